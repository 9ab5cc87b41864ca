import type { z } from 'zod'
import { auditTexts, listAuditEntries } from '#platform/audit/index.ts'
import { Problem } from '#platform/operations/problem.ts'
import { pageTitle } from '../../account/page-title.ts'
import { useTexts } from '../../language.tsx'
import { formProblem, orProblemPage } from '../../page-problem.ts'
import { visitOf } from '../../request-context.ts'
import { ButtonLink, Card, EmptyState, Notice, PageHead } from '../../ui/index.ts'
import { systemTexts } from '../messages/system.ts'
import styles from './audit.module.css'
import { EntryList } from './entry-list.tsx'
import { Filters } from './filters.tsx'
import { loggedOperations } from './logged-operations.server.ts'
import { Pager } from './pager.tsx'
import { auditAddress, readAsked } from './query.ts'
import type { Route } from './+types/audit-page'

export const meta: Route.MetaFunction = ({ matches }) => pageTitle(systemTexts, 'audit.title', matches)

export async function loader({ request, context }: Route.LoaderArgs) {
  const visit = visitOf({ context })
  const url = new URL(request.url)
  const asked = readAsked(url)
  const after = url.searchParams.get('after')
  const common = { asked, after, operations: loggedOperations(visit.language) }
  try {
    const input = { ...asked, ...(after ? { after } : {}) } as z.input<typeof listAuditEntries.input>
    return { ...common, ...(await visit.call(listAuditEntries, input)), errors: {} }
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'invalidInput')
      return orProblemPage(Promise.reject(error))
    const { fields } = formProblem(error, visit, auditTexts, null)
    return { ...common, entries: [], next: null, errors: fields }
  }
}

/** The audit log, to search and to read page by page. */
export default function AuditPage({ loaderData }: Route.ComponentProps) {
  const t = useTexts(systemTexts)
  const { asked, after, entries, next, operations, errors } = loaderData
  const by = asked.personId ? (entries[0]?.actorName ?? asked.personId) : null
  const { personId: _person, ...everybody } = asked
  const { subjectKind, subjectId, ...everything } = asked
  const asksNothing = Object.keys(asked).length === 0 && !after
  return (
    <>
      <PageHead
        title={t('audit.title')}
        lead={t('audit.lead')}
        crumbs={[{ href: '/system', label: t('title') }]}
        crumbsLabel={t('crumbs')}
        actions={
          <ButtonLink href={auditAddress('/system/audit/export', asked)}>{t('audit.export')}</ButtonLink>
        }
      />
      <Filters asked={asked} operations={operations} errors={errors} />
      {by ? (
        <Notice title={t('audit.onlyBy', { name: by })}>
          <p>
            <a href={auditAddress('/system/audit', everybody)}>{t('audit.everybody')}</a>
          </p>
        </Notice>
      ) : null}
      {subjectId ? (
        <Notice title={t('audit.onlyAbout', { subject: [subjectKind, subjectId].join(' ') })}>
          <p>
            <a href={auditAddress('/system/audit', everything)}>{t('audit.everything')}</a>
          </p>
        </Notice>
      ) : null}
      {entries.length === 0 ? (
        <EmptyState title={asksNothing ? t('audit.noneYet') : t('audit.none')}>
          {asksNothing ? t('audit.noneYetText') : t('audit.noneText')}
        </EmptyState>
      ) : (
        <Card title={t('audit.entries')} className={styles.log}>
          <EntryList entries={entries} search />
        </Card>
      )}
      <Pager
        older={next ? auditAddress('/system/audit', { ...asked, after: next }) : null}
        newest={after ? auditAddress('/system/audit', asked) : null}
      />
    </>
  )
}
