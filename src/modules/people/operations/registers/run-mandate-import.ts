import { z } from 'zod'
import { createPublicBody, placeCalled } from '#modules/organisation/index.ts'
import { today } from '#platform/dates.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { registrarPolicy } from '../../people-roles.ts'
import type { MandateStep, NewPublicBody } from '../../rules/registers/plan-mandates.ts'
import { publicBodyKind } from '../../rules/registers/public-body-words.ts'
import { requireReach } from '../../store/persons/require-reach.ts'
import { atLine } from '../../store/registers/at-line.ts'
import {
  mandateColumns,
  mandatePlan,
  mandateRows,
  mostMandates,
} from '../../store/registers/mandate-import.ts'
import { readRegisterFile } from '../../store/registers/read-register-file.ts'
import { endMandate } from '../posts/end-mandate.ts'
import { recordMandate } from '../posts/record-mandate.ts'
import { chosenOf, exampleMandates, mandateImportInput } from './mandate-import-input.ts'

/**
 * Reads in a file of public mandates: all that its preview shows, or nothing. Refused while a line may be about several; the
 * same file again changes nothing.
 */
export const runMandateImport = writeOperation({
  name: 'run-mandate-import',
  summary: 'Read in a file of public mandates, all of it or nothing; the same file again changes nothing.',
  route: 'POST /people/registers/mandates/import',
  policy: registrarPolicy,
  input: mandateImportInput,
  output: z.object({
    created: z.number().int(),
    changed: z.number().int(),
    skipped: z.number().int(),
    newBodies: z.number().int(),
  }),
  example: ({ organisation }) => ({ unitId: organisation.unitId, file: exampleMandates() }),
  audit: (input, output) => ({ kind: 'mandate', id: null, unitId: input.unitId, detail: output }),
  prepare: (context, { file }) =>
    readRegisterFile(context, file, { asked: mandateColumns, limit: mostMandates }),
  async run(context, input, read) {
    const { db, services, now, scope } = context
    requireReach({ scope }, input.unitId)
    // One import after another, so that two of the same file never both find it new.
    await db.selectFrom('organisation.organisation').select('id').forNoKeyUpdate().execute()
    const plan = await mandatePlan({ db, services, day: today(now) }, mandateRows(read), chosenOf(input))
    if (plan.asked.length > 0) {
      const lines = plan.asked.slice(0, 20).map(({ line }) => line)
      throw new Problem('notPossibleNow', {
        detail: 'registerImport.asked',
        params: { lines: lines.join(', ') },
      })
    }
    const bodies = new Map<string, string>()
    for (const body of plan.newBodies) bodies.set(body.key, await bodyMade(context, input.unitId, body))
    for (const step of plan.steps) await atLine(context, step.line, carriedOut(context, step, bodies))
    const created = plan.steps.filter((step) => step.what === 'create').length
    return {
      created,
      changed: plan.steps.length - created,
      skipped: plan.skipped.length,
      newBodies: plan.newBodies.length,
    }
  },
})

async function bodyMade(
  context: OperationContext,
  unitId: string,
  { name, areaName, policyArea, from }: NewPublicBody,
): Promise<string> {
  const place = placeCalled(areaName)
  const level = place?.level ?? (/region/i.test(areaName) ? 'region' : 'municipality')
  const { publicBodyId } = await createPublicBody.run(
    context,
    {
      unitId,
      level,
      kind: publicBodyKind(name),
      name,
      areaName,
      areaCode: place?.code ?? '',
      policyArea,
      from,
    },
    undefined,
  )
  return publicBodyId
}

async function carriedOut(
  context: OperationContext,
  step: MandateStep,
  bodies: ReadonlyMap<string, string>,
): Promise<void> {
  if (step.what === 'end') {
    const { mandateId, to, reason } = step
    await endMandate.run(context, { mandateId, lastDay: to, reason }, undefined)
    return
  }
  const { personId, seatKind, post, partyGroup, from, to, appointedBy, viaAgreement, namePublic } = step
  await recordMandate.run(
    context,
    {
      personId,
      publicBodyId: 'id' in step.body ? step.body.id : found(bodies.get(step.body.key)),
      seatKind,
      post,
      partyGroup,
      from,
      to,
      appointedBy,
      viaAgreement,
      namePublic,
    },
    undefined,
  )
}
