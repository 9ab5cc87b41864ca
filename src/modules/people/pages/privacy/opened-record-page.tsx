import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { Moment } from '#web/account/moment.tsx'
import { pageTitle } from '#web/account/page-title.ts'
import { useTexts } from '#web/language.tsx'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { Notice, PageHead } from '#web/ui/index.ts'
import { getOpenedRecord } from '../../operations/privacy/get-opened-record.ts'
import { KeptGroups, keptGroups } from './kept-groups.tsx'
import { officeTexts } from './office-texts.ts'
import { CloseRecord } from './opened-page.tsx'

export const meta: MetaFunction = ({ matches }) => pageTitle(officeTexts, 'openedRecord', matches)

export async function loader({ params, context }: LoaderFunctionArgs) {
  const openedId = params['opened'] ?? ''
  const { groups, reason, expiresAt } = await orProblemPage(
    visitOf({ context }).call(getOpenedRecord, { openedId }),
  )
  return { openedId, reason, expiresAt, groups: keptGroups(groups) }
}

/** What stands in a record that was opened with a reason, while its hour lasts. */
export default function OpenedRecordPage() {
  const { openedId, reason, expiresAt, groups } = useLoaderData<typeof loader>()
  const t = useTexts(officeTexts)
  return (
    <>
      <PageHead
        crumbs={[{ href: '/people/opened', label: t('opened') }]}
        crumbsLabel={t('crumbs')}
        title={t('openedRecord')}
        lead={reason}
        actions={<CloseRecord openedId={openedId} />}
      />
      <Notice tone="warn">
        <p>
          {t('openUntil')} <Moment at={expiresAt} />. {t('openSeen')}
        </p>
      </Notice>
      <KeptGroups groups={groups} />
    </>
  )
}
