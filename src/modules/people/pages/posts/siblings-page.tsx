import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { AsOfControl } from '#web/as-of/as-of-control.tsx'
import { dayAsked, onDay } from '#web/as-of/as-of.ts'
import { useTexts } from '#web/language.tsx'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { Card, EmptyState, PageHead } from '#web/ui/index.ts'
import { listSiblingCommittees } from '../../operations/posts/list-sibling-committees.ts'
import { publicBodyAddress } from './addresses.ts'
import { MandateLine } from './mandate-line.tsx'
import { OrganisationWays } from '#web/organisation-ways/organisation-ways.tsx'
import { waysOf } from '#web/organisation-ways/ways.ts'
import { postsTexts } from './posts-texts.ts'
import styles from './posts.module.css'

export const meta: MetaFunction = ({ matches }) => pageTitle(postsTexts, 'siblings', matches)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const asked = dayAsked(request)
  const shown = await orProblemPage(visit.call(listSiblingCommittees, asked ? { asOf: asked } : {}))
  return { ...shown, asked, ways: waysOf(visit) }
}

/** Those who sit in committees that decide about the same, in different municipalities: they have something to share. */
export default function SiblingsPage() {
  const { groups, asked, ways } = useLoaderData<typeof loader>()
  const t = useTexts(postsTexts)
  return (
    <>
      <PageHead
        crumbs={[{ href: onDay('/organisation', asked), label: t('organisation') }]}
        crumbsLabel={t('crumbs')}
        title={t('siblings')}
        lead={t('siblingsLead')}
      />
      <OrganisationWays asked={asked} current="siblings" ways={ways} />
      <AsOfControl asked={asked} />
      {groups.length === 0 ? (
        <EmptyState title={t('siblingsNone')}>{t('siblingsNoneText')}</EmptyState>
      ) : null}
      {groups.map((group) => (
        <Card key={group.policyArea} title={group.policyArea}>
          <ul className={styles.list}>
            {group.committees.map((body) => (
              <li key={body.id}>
                <a href={publicBodyAddress(body.id, asked)}>
                  {[body.name, body.areaName].filter(Boolean).join(', ')}
                </a>
                <ul className={styles.list}>
                  {body.holders.map((mandate) => (
                    <li key={mandate.id}>
                      <MandateLine mandate={mandate} />
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </>
  )
}
