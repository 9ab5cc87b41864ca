import { z } from 'zod'

/** Everything kept about somebody: by table, each row with its columns. */
export const everythingShape = z.array(
  z.object({ about: z.string(), rows: z.array(z.record(z.string(), z.unknown())) }),
)

/** The same as a file for a program to read: complete, and told whose it is and when it was made. */
export function everythingFile(
  groups: z.output<typeof everythingShape>,
  { now, organisationId }: { now: Date; organisationId: string },
): File {
  const content = {
    madeAt: now.toISOString(),
    organisationId,
    about: Object.fromEntries(groups.map(({ about, rows }) => [about, rows])),
  }
  return new File(
    [`${JSON.stringify(content, null, 2)}\n`],
    `kansli-${now.toISOString().slice(0, 10)}.json`,
    {
      type: 'application/json',
    },
  )
}
