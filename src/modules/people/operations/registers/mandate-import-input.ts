import { z } from 'zod'
import { largestFile } from '../../store/registers/read-register-file.ts'

/** A file of mandates, the unit that answers for bodies it makes, and whom lines are about where the name is not enough. */
export const mandateImportInput = z.object({
  file: z.file().min(1).max(largestFile),
  /** The unit that answers for public bodies which are not written in yet. */
  unitId: z.uuid(),
  /** For a line that is asked about: the person it means, or nothing to leave it out. As JSON text in a form. */
  choices: z
    .preprocess(
      (value) => (typeof value === 'string' ? JSON.parse(value || '[]') : value),
      z
        .array(z.object({ line: z.number().int().min(1), personId: z.union([z.uuid(), z.literal('')]) }))
        .max(5000),
    )
    .optional(),
})

/** Whom each line is said to be about. */
export function chosenOf({ choices }: z.output<typeof mandateImportInput>): Map<number, string> {
  return new Map((choices ?? []).map(({ line, personId }) => [line, personId]))
}

export const exampleMandates = () =>
  new File(
    [
      'Namn;Offentligt organ;Kommun;Från och med\nAnna Exempelsson;Kulturnämnden;Exempelby kommun;2026-03-01\n',
    ],
    'uppdrag.csv',
    { type: 'text/csv' },
  )
