import type { Operation } from '#platform/operations/operation.ts'
import { adoptDocumentVersion } from './adopt-document-version.ts'
import { compareDocumentVersions } from './compare-document-versions.ts'
import { createGoverningDocument } from './create-governing-document.ts'
import { endGoverningDocument } from './end-governing-document.ts'
import { getGoverningDocument } from './get-governing-document.ts'
import { listGoverningDocuments } from './list-governing-documents.ts'
import { recordDocumentReview } from './record-document-review.ts'

/** What bodies work by: statutes, standing orders, ways of working, in their versions. */
export const governingDocumentOperations: readonly Operation[] = [
  listGoverningDocuments,
  getGoverningDocument,
  compareDocumentVersions,
  createGoverningDocument,
  adoptDocumentVersion,
  recordDocumentReview,
  endGoverningDocument,
]
