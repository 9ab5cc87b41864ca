import { useActionData, useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { FormNotices } from '#web/form-notices.tsx'
import { useTexts } from '#web/language.tsx'
import { mayIn } from '#web/may-in.ts'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { Card, FactList, Notice, PageHead, Status } from '#web/ui/index.ts'
import { adoptDocumentVersion } from '../../operations/governing-documents/adopt-document-version.ts'
import { compareDocumentVersions } from '../../operations/governing-documents/compare-document-versions.ts'
import { getGoverningDocument } from '../../operations/governing-documents/get-governing-document.ts'
import { bodyChoices } from './body-choices.ts'
import { changeDocument } from './change-document.ts'
import { DocumentForms } from './document-forms.tsx'
import { ReviewState } from './document-state.tsx'
import { documentTexts } from './documents-texts.ts'
import { DifferenceList, ParagraphList } from './paragraph-list.tsx'
import styles from './documents.module.css'

export const meta: MetaFunction<typeof loader> = ({ matches, loaderData }) =>
  pageTitle(documentTexts, 'named', matches, { name: loaderData?.shown.document.title ?? '' })

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const documentId = params['document'] ?? ''
  const address = new URL(request.url).searchParams
  const asked = (name: string) => {
    const number = Number(address.get(name))
    return Number.isInteger(number) && number > 0 ? number : null
  }
  const [version, before] = [asked('version'), asked('before')]
  const shown = await orProblemPage(
    visit.call(getGoverningDocument, { documentId, ...(version ? { number: version } : {}) }),
  )
  const compared =
    before === null
      ? null
      : await orProblemPage(visit.call(compareDocumentVersions, { documentId, before, after: shown.number }))
  const { document } = shown
  const mayChange = document.validTo === null && mayIn(visit, adoptDocumentVersion, document.unitId)
  return {
    shown,
    compared: compared && before !== null ? { before, ...compared } : null,
    bodies: mayChange ? await bodyChoices(visit) : [],
    mayChange,
    done: address.has('done'),
  }
}

export const action = changeDocument

/** One document: the text of the version that holds, or an earlier one; all versions, what differs, and its reviews. */
export default function DocumentPage() {
  const { shown, compared, bodies, mayChange, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useTexts(documentTexts)
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  const { document, number, versions, reviews } = shown
  const address = `/organisation/documents/${document.id}`
  const version = versions.find((each) => each.number === number)
  return (
    <>
      <PageHead
        crumbs={[
          { href: '/organisation', label: t('organisation') },
          { href: '/organisation/documents', label: t('title') },
        ]}
        crumbsLabel={t('crumbs')}
        title={document.title}
        lead={t('lead.document', {
          kind: t(`kind.${document.kind}`),
          body: document.bodyName,
          unit: document.unitName,
        })}
      />
      <FormNotices done={done ? t('done') : null} problem={problem} />
      {document.validTo ? <Notice tone="warn">{t('shownEnded', { day: document.validTo })}</Notice> : null}
      {number === document.number ? null : (
        <Notice tone="warn">
          <p>
            {t('shownEarlier', { number, day: version?.adoptedOn ?? '' })}{' '}
            <a href={address}>{t('showCurrent')}</a>
          </p>
        </Notice>
      )}
      <FactList
        facts={[
          {
            label: t('body'),
            value: <a href={`/organisation/bodies/${document.bodyId}`}>{document.bodyName}</a>,
          },
          { label: t('version'), value: t('versionOf', { number, day: version?.adoptedOn ?? '' }) },
          { label: t('adoptedBy'), value: version?.adoptedBy.name ?? '' },
          { label: t('review'), value: <ReviewState {...document} /> },
          { label: t('responsible'), value: document.responsible.name },
        ]}
      />
      {compared ? (
        <Card title={t('differences', { before: compared.before, after: number })} id="differences">
          <DifferenceList differences={compared.differences} />
        </Card>
      ) : null}
      <Card title={t('contents')}>
        <ParagraphList paragraphs={shown.paragraphs} />
      </Card>
      <Card title={t('versions')}>
        <ul className={styles.list}>
          {versions.map((each) => (
            <li key={each.number}>
              <a href={`${address}?version=${each.number}`}>
                {t('versionLine', { number: each.number, day: each.adoptedOn, body: each.adoptedBy.name })}
              </a>{' '}
              {each.number === document.number && document.validTo === null ? (
                <Status tone="good">{t('current')}</Status>
              ) : null}{' '}
              {each.number > 1 ? (
                <a href={`${address}?version=${each.number}&before=${each.number - 1}#differences`}>
                  {t('compare', { number: each.number - 1 })}
                </a>
              ) : null}
              <br />
              <span className={styles.soft}>
                {[each.note, t('recordedBy', { name: each.recordedByName })].filter(Boolean).join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </Card>
      {reviews.length > 0 ? (
        <Card title={t('reviews')}>
          <ul className={styles.list}>
            {reviews.map((each) => (
              <li key={each.id}>
                {t('reviewLine', { day: each.reviewedOn })}{' '}
                <span className={styles.soft}>
                  {[
                    each.reviewDue ? t('reviewNext', { day: each.reviewDue }) : '',
                    each.note,
                    each.recordedByName,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {mayChange ? <DocumentForms shown={shown} bodies={bodies} problem={problem} /> : null}
    </>
  )
}
