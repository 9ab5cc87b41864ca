import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { useTexts } from '#web/language.tsx'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { ButtonLink, EmptyState, PageHead } from '#web/ui/index.ts'
import { getOwnEverything } from '../../operations/privacy/get-own-everything.ts'
import { KeptGroups, keptGroups } from './kept-groups.tsx'
import { ownTexts } from './own-texts.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(ownTexts, 'everything', matches)

export async function loader({ context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const { groups } = await orProblemPage(visit.call(getOwnEverything, {}))
  const own = groups.find(({ about }) => about === 'people.person')?.rows[0]?.['id']
  return { personId: typeof own === 'string' ? own : null, groups: keptGroups(groups) }
}

/** Everything that is kept about the member, in words. */
export default function EverythingPage() {
  const { personId, groups } = useLoaderData<typeof loader>()
  const t = useTexts(ownTexts)
  return (
    <>
      <PageHead
        crumbs={[{ href: '/me', label: t('title') }]}
        crumbsLabel={t('crumbs')}
        title={t('everything')}
        lead={t('everythingLead')}
        actions={
          personId ? (
            <ButtonLink href={`/me/everything.json?person=${personId}`} small>
              {t('everythingFile')}
            </ButtonLink>
          ) : null
        }
      />
      {personId ? <KeptGroups groups={groups} /> : <EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
    </>
  )
}
