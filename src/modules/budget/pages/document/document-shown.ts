import type { z } from 'zod'
import type { getDocument } from '../../operations/get-document.ts'

/** A version's document as its pages have it. */
export type DocumentShown = z.output<typeof getDocument.output>

export type ChapterShown = DocumentShown['chapters'][number]
export type AssignmentShown = DocumentShown['assignments'][number]
