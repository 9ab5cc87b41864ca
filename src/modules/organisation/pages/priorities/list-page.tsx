import { useActionData, useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { AsOfControl } from '#web/as-of/as-of-control.tsx'
import { dayAsked, onDay } from '#web/as-of/as-of.ts'
import { FormNotices } from '#web/form-notices.tsx'
import { useTexts } from '#web/language.tsx'
import { mayIn } from '#web/may-in.ts'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { Button, ButtonLink, Card, Columns, FactList, PageHead, Row } from '#web/ui/index.ts'
import { listBodies } from '../../operations/list-bodies.ts'
import { addPriority } from '../../operations/priorities/add-priority.ts'
import { getPriorityCoverage } from '../../operations/priorities/get-priority-coverage.ts'
import { getPriorityList } from '../../operations/priorities/get-priority-list.ts'
import { coverageAddress, listAddress, priorityAddress } from './addresses.ts'
import { changeListPage, listChanges } from './change-list-page.ts'
import { ListFacts } from './list-facts.tsx'
import { ListForms } from './list-forms.tsx'
import { priorityTexts } from './priorities-texts.ts'
import styles from './priorities.module.css'

export const meta: MetaFunction<typeof loader> = ({ matches, loaderData }) =>
  pageTitle(priorityTexts, 'named', matches, { name: loaderData?.shown.list.title ?? '' })

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const asked = dayAsked(request)
  const about = { listId: params['list'] ?? '', ...(asked ? { asOf: asked } : {}) }
  const shown = await orProblemPage(visit.call(getPriorityList, about))
  const { unitId } = shown.list
  const mayChange = !asked && mayIn(visit, addPriority, unitId)
  const mayCover = mayIn(visit, getPriorityCoverage, unitId)
  const coverage = mayCover ? await orProblemPage(visit.call(getPriorityCoverage, about)) : null
  const bodies = mayChange ? (await orProblemPage(visit.call(listBodies, { unitId }))).bodies : []
  const done = new URL(request.url).searchParams.get('done')
  return {
    shown,
    asked,
    mayChange,
    mayCover,
    carried: coverage?.priorities.map(({ id, things }) => ({ id, count: things.length })) ?? null,
    bodies: bodies.map(({ id, name }) => ({ id, name })),
    done: listChanges.find((each) => each === done) ?? null,
  }
}

export const action = changeListPage

/** One body's list for a period: its order, which can be changed step by step, and what it has been. */
export default function PriorityListPage() {
  const loaded = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useTexts(priorityTexts)
  const { shown, asked, mayChange, mayCover, carried, done } = loaded
  const { list, priorities, adoptions, changes, others } = shown
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  const ids = priorities.map((priority) => priority.id).join(' ')
  return (
    <>
      <PageHead
        crumbs={[
          { href: onDay('/organisation', asked), label: t('organisation') },
          { href: onDay('/organisation/priorities', asked), label: t('title') },
          { href: onDay(`/organisation/units/${list.unitId}`, asked), label: list.unitName },
          { href: onDay(`/organisation/bodies/${list.bodyId}`, asked), label: list.bodyName },
        ]}
        crumbsLabel={t('crumbs')}
        title={list.title}
        actions={
          mayCover ? (
            <ButtonLink href={onDay(coverageAddress(list.id), asked)}>{t('coverage')}</ButtonLink>
          ) : null
        }
      />
      <FormNotices done={done ? t(`done.${done}`) : null} problem={problem} sayFields="any" />
      <AsOfControl asked={asked} />
      <ListFacts list={{ ...list, adoptions }} />
      <Card title={t('order')}>
        {priorities.length === 0 ? <p>{t('emptyList')}</p> : null}
        <ol className={styles.list} role="list">
          {priorities.map(({ id, rank, title, why }, index) => {
            const count = carried?.find((each) => each.id === id)?.count
            return (
              <li key={id} id={`p-${id}`} className={styles.priority}>
                <span className={styles.rank}>{rank}</span>
                <a className={styles.title} href={onDay(priorityAddress(list.id, id), asked)}>
                  {title}
                </a>
                {why ? <p className={styles.text}>{why}</p> : null}
                {count === undefined ? null : <p className={styles.soft}>{t('carriedBy', { count })}</p>}
                {mayChange && priorities.length > 1 ? (
                  <form method="post">
                    <input type="hidden" name="priorityId" value={id} />
                    <input type="hidden" name="order" value={ids} />
                    <Row>
                      {index > 0 ? (
                        <Button
                          small
                          kind="quiet"
                          name="change"
                          value="up"
                          aria-label={t('upNamed', { name: title })}
                        >
                          ↑ {t('up')}
                        </Button>
                      ) : null}
                      {index < priorities.length - 1 ? (
                        <Button
                          small
                          kind="quiet"
                          name="change"
                          value="down"
                          aria-label={t('downNamed', { name: title })}
                        >
                          ↓ {t('down')}
                        </Button>
                      ) : null}
                    </Row>
                  </form>
                ) : null}
              </li>
            )
          })}
        </ol>
      </Card>
      {mayChange ? <ListForms {...loaded} problem={problem} /> : null}
      <Columns>
        {changes.length > 1 ? (
          <Card title={t('changes')}>
            <FactList
              facts={changes.map((each, index) => ({
                label: each.day,
                value: (
                  <a href={onDay(listAddress(list.id), each.day)}>
                    {each.order.length === 0
                      ? t('changedEmpty')
                      : each.order.join('\n') === changes[index + 1]?.order.join('\n')
                        ? t('changedWhy')
                        : each.order.map((title, place) => `${place + 1}. ${title}`).join(', ')}
                  </a>
                ),
              }))}
            />
          </Card>
        ) : null}
        {others.length > 0 ? (
          <Card title={t('others')}>
            <FactList
              facts={others.map((each) => ({
                label: each.validFrom,
                value: <a href={listAddress(each.id)}>{each.title}</a>,
              }))}
            />
          </Card>
        ) : null}
      </Columns>
    </>
  )
}
