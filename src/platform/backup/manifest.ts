import { z } from 'zod'

/** The version of the file's form. A reader refuses what is newer than itself. */
export const formatVersion = 1

export const headerName = 'kansli-backup.json'
export const manifestName = 'manifest.json'
export const secretName = 'secret'

const table = z.object({
  schema: z.string(),
  name: z.string(),
  // A type is written into SQL as it stands: only what can be the name of one.
  columns: z
    .array(
      z.object({
        name: z.string(),
        type: z.string().regex(/^[\w ."]+(\(\d+(, ?\d+)?\)[\w ]*)?(\[\])*$/),
      }),
    )
    .min(1),
})

/** The first entry: what this file is, and of what. */
export const headerSchema = z.object({
  format: z.literal('kansli-backup'),
  version: z.number().int().min(1),
  createdAt: z.iso.datetime(),
  program: z.string(),
  engine: z.enum(['embedded', 'server']),
  /** What had been applied to the database: the shape that its tables have. */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })).min(1),
  tables: z.array(table),
})

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** The last entry: everything that came before it. */
export const manifestSchema = z.object({
  tables: z.array(
    z.object({
      schema: z.string(),
      name: z.string(),
      rows: z.number().int().min(0),
      /** Of all its lines, in order. */
      sha256,
      parts: z.array(z.object({ name: z.string(), bytes: z.number().int(), sha256 })),
    }),
  ),
  sequences: z.array(z.object({ schema: z.string(), name: z.string(), value: z.string() })),
  files: z.array(sha256),
  /** The SHA-256 of the secret that signs and encrypts, so that a restore can see whether it is another one. */
  secret: z.object({ included: z.boolean(), sha256 }),
})

export type BackupHeader = z.infer<typeof headerSchema>
export type BackupManifest = z.infer<typeof manifestSchema>
export type BackupTable = BackupHeader['tables'][number]

/** Where the `part`th piece of a table lies in the archive. */
export function partName(of: { schema: string; name: string }, part: number): string {
  return `tables/${of.schema}.${of.name}/${String(part).padStart(6, '0')}.copy`
}

export function fileName(hash: string): string {
  return `files/${hash}`
}
