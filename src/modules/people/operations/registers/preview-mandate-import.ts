import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { personalReadOperation } from '#platform/operations/operation.ts'
import { registrarPolicy } from '../../people-roles.ts'
import { mandateRowFaults } from '../../rules/registers/plan-mandates.ts'
import { requireReach } from '../../store/persons/require-reach.ts'
import {
  mandateColumns,
  mandatePlan,
  mandateRows,
  mostMandates,
} from '../../store/registers/mandate-import.ts'
import { readRegisterFile } from '../../store/registers/read-register-file.ts'
import { personsIn } from '../persons-in.ts'
import { chosenOf, exampleMandates, mandateImportInput } from './mandate-import-input.ts'

const line = z.number().int()

/** Shows what a file of public mandates would do before it does anything, and asks about those whose name is not enough. */
export const previewMandateImport = personalReadOperation({
  name: 'preview-mandate-import',
  summary:
    'What a file of public mandates would create, end and leave out, and whose rows are unsure; changes nothing.',
  route: 'POST /people/registers/mandates/preview',
  policy: registrarPolicy,
  input: mandateImportInput,
  output: z.object({
    newBodies: z.array(z.object({ name: z.string(), areaName: z.string(), from: z.iso.date() })),
    created: z.array(
      z.object({
        line,
        personId: z.uuid(),
        name: z.string(),
        bodyName: z.string(),
        from: z.iso.date(),
        to: z.iso.date().nullable(),
      }),
    ),
    ended: z.array(z.object({ line, name: z.string(), bodyName: z.string(), to: z.iso.date() })),
    asked: z.array(
      z.object({
        line,
        name: z.string(),
        candidates: z.array(
          z.object({ personId: z.uuid(), name: z.string(), unit: z.string(), sure: z.boolean() }),
        ),
      }),
    ),
    skipped: z.array(z.object({ line, name: z.string(), fault: z.enum(mandateRowFaults) })),
    /** The file as rows, to be handed over again. */
    cells: z.array(z.array(z.string())),
  }),
  example: ({ organisation }) => ({ unitId: organisation.unitId, file: exampleMandates() }),
  audit: (input, output) => ({
    kind: 'mandate',
    id: null,
    unitId: input.unitId,
    aboutPersonIds: personsIn(output),
  }),
  prepare: (context, { file }) =>
    readRegisterFile(context, file, { asked: mandateColumns, limit: mostMandates }),
  async run({ db, services, now, scope }, input, read) {
    requireReach({ scope }, input.unitId)
    const plan = await mandatePlan({ db, services, day: today(now) }, mandateRows(read), chosenOf(input))
    return {
      newBodies: plan.newBodies.map(({ name, areaName, from }) => ({ name, areaName, from })),
      created: plan.steps.flatMap((step) =>
        step.what === 'create'
          ? [
              {
                line: step.line,
                personId: step.personId,
                name: step.name,
                bodyName: step.bodyName,
                from: step.from,
                to: step.to,
              },
            ]
          : [],
      ),
      ended: plan.steps.flatMap((step) =>
        step.what === 'end'
          ? [{ line: step.line, name: step.name, bodyName: step.bodyName, to: step.to }]
          : [],
      ),
      asked: plan.asked,
      skipped: plan.skipped,
      cells: read.cells,
    }
  },
})
