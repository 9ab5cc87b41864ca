import { redirect, type ActionFunctionArgs } from 'react-router'
import { orFormProblem } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { organisationTexts } from '../../messages/organisation.ts'
import { adoptDocumentVersion } from '../../operations/governing-documents/adopt-document-version.ts'
import { endGoverningDocument } from '../../operations/governing-documents/end-governing-document.ts'
import { recordDocumentReview } from '../../operations/governing-documents/record-document-review.ts'
import { readVersionFields } from './version-fields.tsx'

/** The forms of a document's page: carries one out and leads back. */
export async function changeDocument({ request, context, params }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const documentId = params['document'] ?? ''
  const field = (name: string) => String(form.get(name) ?? '').trim()
  const given = (name: string) => (field(name) ? { [name]: field(name) } : {})
  return orFormProblem(visit, organisationTexts, form, async () => {
    switch (field('change')) {
      case 'review':
        await visit.call(recordDocumentReview, {
          documentId,
          ...given('reviewedOn'),
          ...given('reviewDue'),
          note: field('note'),
        })
        break
      case 'end':
        await visit.call(endGoverningDocument, { documentId, ...given('lastDay') })
        break
      default:
        await visit.call(adoptDocumentVersion, { documentId, ...readVersionFields(form) })
    }
    return redirect(`/organisation/documents/${documentId}?done`)
  })
}
