import { useActionData, useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { AsOfControl } from '#web/as-of/as-of-control.tsx'
import { onDay } from '#web/as-of/as-of.ts'
import { FormNotices } from '#web/form-notices.tsx'
import { useTexts } from '#web/language.tsx'
import { OrganisationWays } from '#web/organisation-ways/organisation-ways.tsx'
import { waysOf } from '#web/organisation-ways/ways.ts'
import { visitOf } from '#web/request-context.ts'
import { ButtonLink, Card, EmptyState, PageHead } from '#web/ui/index.ts'
import { AskForm, LinkForms } from './anchoring-forms.tsx'
import { anchoringTexts } from './anchoring-texts.ts'
import { changeAnchoring } from './change-anchoring.ts'
import { ConsultationTable, type Consultation } from './consultation-table.tsx'
import { readAnchoring, type Anchoring } from './read-anchoring.ts'
import styles from './anchoring.module.css'

export const meta: MetaFunction = ({ matches }) => pageTitle(anchoringTexts, 'title', matches)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  return { ...(await readAnchoring(visit, request)), ways: waysOf(visit) }
}

export const action = changeAnchoring

type Part = 'toAnswer' | 'waiting' | 'between'

/** Who waits for whom, seen from the unit or body that is looked at, or else from the reader. */
function partOf(each: Consultation, { unitId, bodyId }: Anchoring['which']): Part {
  if (bodyId) return each.toBodyId === bodyId ? 'toAnswer' : 'waiting'
  if (unitId) return each.toUnitId === unitId ? 'toAnswer' : 'waiting'
  return each.side === 'both' ? 'between' : each.side === 'asked' ? 'toAnswer' : 'waiting'
}

function isOpen({ state }: Consultation): boolean {
  return state === 'overdue' || state === 'waiting'
}

/** Who answers for whom, who has asked whom before deciding, and what waits for whose answer. */
export default function AnchoringPage() {
  const shown = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useTexts(anchoringTexts)
  const { asked, which, name, consultations, links, asking, linkable, done } = shown
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  const open = consultations.filter(isOpen)
  const titles = {
    toAnswer: name ? t('toAnswerOf', { name }) : t('toAnswer'),
    waiting: name ? t('waitingOf', { name }) : t('waiting'),
    between: t('between'),
  }
  const parts = (['toAnswer', 'waiting', 'between'] as const)
    .map((part) => ({ part, own: open.filter((each) => partOf(each, which) === part) }))
    .filter(({ own }) => own.length > 0)
  const closed = consultations.filter((each) => !isOpen(each))
  return (
    <>
      <PageHead
        crumbs={[{ href: onDay('/organisation', asked), label: t('organisation') }]}
        crumbsLabel={t('crumbs')}
        title={name ? t('titleOf', { name }) : t('title')}
        lead={t('lead')}
        actions={
          name ? (
            <ButtonLink href={onDay('/organisation/anchoring', asked)} small>
              {t('all')}
            </ButtonLink>
          ) : null
        }
      />
      <OrganisationWays current="anchoring" ways={shown.ways} asked={asked} />
      <FormNotices done={done ? t('done') : null} problem={problem} />
      {consultations.length === 0 ? <EmptyState title={t('noneTitle')}>{t('noneText')}</EmptyState> : null}
      {consultations.length > 0 && open.length === 0 ? (
        <Card title={t('waits')}>
          <p>{t('waitsNone')}</p>
        </Card>
      ) : null}
      {parts.map(({ part, own }) => (
        <Card key={part} title={titles[part]}>
          <ConsultationTable label={titles[part]} consultations={own} />
        </Card>
      ))}
      {asking.length > 0 && !asked ? (
        <Card title={t('ask')}>
          <AskForm shown={shown} problem={problem} />
        </Card>
      ) : null}
      {closed.length > 0 ? (
        <Card title={t('closed')}>
          <ConsultationTable label={t('closed')} consultations={closed} />
        </Card>
      ) : null}
      <Card title={t('links')}>
        <p className={styles.soft}>{t('linksLead')}</p>
        <AsOfControl asked={asked}>
          {which.unitId ? <input type="hidden" name="unit" value={which.unitId} /> : null}
          {which.bodyId ? <input type="hidden" name="body" value={which.bodyId} /> : null}
        </AsOfControl>
        {links.length === 0 ? (
          <p>{t('linksNone')}</p>
        ) : (
          <ul className={styles.list}>
            {links.map((link) => (
              <li key={link.id}>
                <a href={onDay(`/organisation/units/${link.unitId}`, asked)}>{link.unitName}</a>
                {' – '}
                <a href={onDay(`/organisation/bodies/${link.bodyId}`, asked)}>{link.bodyName}</a>{' '}
                <span className={styles.soft}>
                  {t('linkSince', { day: link.validFrom })}
                  {link.validTo ? `, ${t('linkUntil', { day: link.validTo })}` : ''}
                </span>
              </li>
            ))}
          </ul>
        )}
        {linkable.length > 0 && !asked ? <LinkForms shown={shown} problem={problem} /> : null}
      </Card>
    </>
  )
}
