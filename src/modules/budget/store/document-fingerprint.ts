import { createHash } from 'node:crypto'
import type { DocumentModel } from '../document/model/document.ts'

/**
 * What a document says, as a short text: the same for the same figures, texts, assignments and findings, whatever its
 * edition, day and state. A published edition is told by it from what the version says now.
 */
export function documentFingerprint({ colophon, ...said }: DocumentModel): string {
  return createHash('sha256')
    .update(JSON.stringify([said, colophon.sources]))
    .digest('base64url')
}
