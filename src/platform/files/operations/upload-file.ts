import { z } from 'zod'
import { roles } from '../../access/roles.ts'
import { newId } from '../../identifiers.ts'
import { writeOperation } from '../../operations/operation.ts'

/** Larger files are refused before they are read into memory. */
export const largestUpload = 25 * 1024 * 1024

/**
 * Takes a file in, to be read by another operation afterwards. Only the person who uploaded it can use it, and
 * only for a day: then it is removed (see `forgetUploads`).
 */
export const uploadFile = writeOperation({
  name: 'upload-file',
  summary: 'Upload a file for another operation to read.',
  route: 'POST /files',
  policy: { allow: 'roles', roles },
  input: z.object({ file: z.file().min(1).max(largestUpload) }),
  output: z.object({ fileId: z.uuid(), name: z.string(), byteCount: z.number().int(), sha256: z.string() }),
  example: () => ({
    file: new File(['Nämnd;Budget 2025\nKulturnämnden;619,3\n'], 'anslag.csv', { type: 'text/csv' }),
  }),
  audit: (_input, output) => ({
    kind: 'file',
    id: output.fileId,
    detail: { name: output.name, bytes: output.byteCount },
  }),
  async run({ db, services, now, actor, organisationId }, { file }) {
    const sha256 = await services.files.put(new Uint8Array(await file.arrayBuffer()))
    const id = newId()
    const name = file.name.slice(0, 255) || 'fil'
    await db
      .insertInto('file.file')
      .values({
        organisation_id: organisationId,
        id,
        name,
        media_type: file.type || 'application/octet-stream',
        byte_count: BigInt(file.size),
        sha256,
        created_at: now,
        created_by: actor.kind === 'person' ? actor.userId : null,
      })
      .execute()
    return { fileId: id, name, byteCount: file.size, sha256 }
  },
})
