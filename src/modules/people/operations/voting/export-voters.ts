import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { csvText } from '#platform/files/csv-text.ts'
import { exportOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { slugOf } from '#platform/slug.ts'
import { peopleTexts } from '../../messages/people.ts'
import { registerPolicy } from '../../people-roles.ts'
import { FileAbout, personsInFile } from '../../store/file-about.ts'
import { requireReach } from '../../store/persons/require-reach.ts'
import { votingRuleOn } from '../../store/voting/read-rule.ts'
import { readVoters } from '../../store/voting/read-voters.ts'
import { votersInput } from './voting-shapes.ts'

/** The list of those who may vote, for the door of the meeting. Those whose identity is protected are a number, never a name. */
export const exportVoters = exportOperation({
  name: 'export-voters',
  summary: 'Who may vote in a unit on a day, as a CSV file for the meeting.',
  route: 'GET /people/units/{unitId}/voters.csv',
  policy: registerPolicy,
  personalData: true,
  input: votersInput,
  output: z.file(),
  example: ({ organisation }) => ({ unitId: organisation.unitId, asOf: '2026-06-30' }),
  audit: ({ unitId, asOf }, file) => ({
    kind: 'unit',
    id: unitId,
    unitId,
    aboutPersonIds: personsInFile(file),
    detail: { asOf: asOf ?? null, file: file.name },
  }),
  async run(context, { unitId, asOf }) {
    requireReach(context, unitId)
    const unit = found(
      await context.db
        .selectFrom('organisation.unit')
        .select('name')
        .where('id', '=', unitId)
        .executeTakeFirst(),
    )
    const day = asOf ?? today(context.now)
    const rule = await votingRuleOn(context, unitId, day)
    const { voters, unnamed, protectedVoters } = await readVoters(context, { unitId, rule, day })
    const t = peopleTexts.in(context.language)
    const head = ['number', 'name', 'unit', 'kind', 'since', 'present'] as const
    const unseen = unnamed + protectedVoters
    const rows = [
      head.map((column) => t(`voting.column.${column}`)),
      ...voters.map((each, at) => [at + 1, each.name, each.unit, t(`say.kind.${each.kind}`), each.since, '']),
      ...(unseen > 0 ? [['', t('voting.unseen', { count: unseen }), '', '', '', '']] : []),
    ]
    const name = slugOf(`${t('voting.file')} ${unit.name} ${day}`)
    return new FileAbout(
      [csvText(rows)],
      `${name}.csv`,
      'text/csv; charset=utf-8',
      voters.map(({ personId }) => personId),
    )
  },
})
