import {
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { AsOfControl } from '#web/as-of/as-of-control.tsx'
import { dayAsked, onDay } from '#web/as-of/as-of.ts'
import { PartForm } from '#web/change-form.tsx'
import { FormNotices } from '#web/form-notices.tsx'
import { useTexts } from '#web/language.tsx'
import { mayIn } from '#web/may-in.ts'
import { orFormProblem, orProblemPage } from '#web/page-problem.ts'
import { OrganisationWays } from '#web/organisation-ways/organisation-ways.tsx'
import { waysOf } from '#web/organisation-ways/ways.ts'
import { visitOf } from '#web/request-context.ts'
import { Card, EmptyState, Notice, PageHead, SelectField, Table, TextField } from '#web/ui/index.ts'
import { organisationTexts } from '../../messages/organisation.ts'
import { createGoverningDocument } from '../../operations/governing-documents/create-governing-document.ts'
import { listGoverningDocuments } from '../../operations/governing-documents/list-governing-documents.ts'
import { documentKinds } from '../../rules/governing-documents/review.ts'
import { bodyChoices } from './body-choices.ts'
import { ReviewState } from './document-state.tsx'
import { documentTexts } from './documents-texts.ts'
import { readVersionFields, VersionFields } from './version-fields.tsx'
import styles from './documents.module.css'

export const meta: MetaFunction = ({ matches }) => pageTitle(documentTexts, 'title', matches)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const asked = dayAsked(request)
  const address = new URL(request.url).searchParams
  const [unitId, bodyId] = [address.get('unit'), address.get('body')]
  const { documents } = await orProblemPage(
    visit.call(listGoverningDocuments, {
      ...(asked ? { asOf: asked } : {}),
      ...(unitId ? { unitId } : {}),
      ...(bodyId ? { bodyId } : {}),
    }),
  )
  const bodies = asked || !visit.may(createGoverningDocument) ? [] : await bodyChoices(visit)
  return {
    asked,
    ways: waysOf(visit),
    which: { unitId, bodyId },
    documents,
    bodies,
    own: bodies.filter((body) => mayIn(visit, createGoverningDocument, body.unitId)),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const field = (name: string) => String(form.get(name) ?? '').trim()
  return orFormProblem(visit, organisationTexts, form, async () => {
    const { documentId } = await visit.call(createGoverningDocument, {
      bodyId: field('bodyId'),
      kind: documentKinds.find((kind) => kind === field('kind')) ?? 'other',
      title: field('title'),
      ...readVersionFields(form),
    })
    return redirect(`/organisation/documents/${documentId}?done`)
  })
}

/** What bodies work by, as of any day: those whose review is overdue first. */
export default function DocumentsPage() {
  const { asked, ways, which, documents, bodies, own } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useTexts(documentTexts)
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  const overdue = documents.filter(({ state }) => state === 'overdue').length
  return (
    <>
      <PageHead
        crumbs={[{ href: onDay('/organisation', asked), label: t('organisation') }]}
        crumbsLabel={t('crumbs')}
        title={t('title')}
        lead={t('lead')}
      />
      <OrganisationWays current="documents" ways={ways} asked={asked} />
      <FormNotices problem={problem} />
      <AsOfControl asked={asked}>
        {which.unitId ? <input type="hidden" name="unit" value={which.unitId} /> : null}
        {which.bodyId ? <input type="hidden" name="body" value={which.bodyId} /> : null}
      </AsOfControl>
      {overdue > 0 ? <Notice tone="warn">{t('overdueNotice', { count: overdue })}</Notice> : null}
      {documents.length === 0 ? (
        <EmptyState title={t('noneTitle')}>{t('noneText')}</EmptyState>
      ) : (
        <Table
          label={t('title')}
          className={styles.stacking ?? ''}
          head={
            <tr>
              <th scope="col">{t('document')}</th>
              <th scope="col">{t('body')}</th>
              <th scope="col">{t('version')}</th>
              <th scope="col">{t('review')}</th>
            </tr>
          }
        >
          <tbody>
            {documents.map((document) => (
              <tr key={document.id}>
                <th scope="row">
                  <a href={`/organisation/documents/${document.id}`}>{document.title}</a>{' '}
                  <span className={styles.soft}>{t(`kind.${document.kind}`)}</span>
                </th>
                <td>
                  <a href={onDay(`/organisation/bodies/${document.bodyId}`, asked)}>{document.bodyName}</a>,{' '}
                  {document.unitName}
                </td>
                <td>{t('versionOf', { number: document.number, day: document.adoptedOn })}</td>
                <td>
                  <ReviewState {...document} />{' '}
                  <span className={styles.soft}>
                    {t('responsibleIs', { name: document.responsible.name })}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {own.length > 0 ? (
        <Card title={t('changes')}>
          <PartForm change="new" title={t('new')} text={t('newText')} problem={problem}>
            <SelectField
              label={t('bodyField')}
              name="bodyId"
              defaultValue={problem?.values['bodyId'] ?? which.bodyId ?? undefined}
              options={own.map(({ id, label }) => ({ value: id, label }))}
            />
            <SelectField
              label={t('kindField')}
              name="kind"
              defaultValue={problem?.values['kind'] ?? 'standingOrders'}
              options={documentKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
            />
            <TextField
              label={t('titleField')}
              name="title"
              required
              maxLength={200}
              defaultValue={problem?.values['title']}
              error={problem?.fields['title']}
            />
            <VersionFields bodies={bodies} problem={problem} />
          </PartForm>
        </Card>
      ) : null}
    </>
  )
}
