import { z } from 'zod'
import { readOperation } from '#platform/operations/operation.ts'
import { readRetentionRules } from '../../store/privacy/retention/read-rules.ts'
import { retentionRule } from './retention-shape.ts'

/** For how long what is kept: the organisation's own rules, and proposals where it has said nothing. */
export const listRetentionRules = readOperation({
  name: 'list-retention-rules',
  summary: 'For how long what is kept, and which rules are switched on.',
  route: 'GET /people/retention-rules',
  policy: { allow: 'roles', roles: ['owner', 'registrar', 'board', 'auditor'], reach: 'organisation' },
  input: z.object({}),
  output: z.object({ rules: z.array(retentionRule) }),
  example: () => ({}),
  run: async (context) => ({ rules: await readRetentionRules(context) }),
})
