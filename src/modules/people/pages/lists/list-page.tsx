import { useActionData, useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { momentText } from '#web/account/moment.tsx'
import { pageTitle } from '#web/account/page-title.ts'
import { ChangeButton } from '#web/change-form.tsx'
import { FormNotices } from '#web/form-notices.tsx'
import { useLanguage, useTexts } from '#web/language.tsx'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { ButtonLink, Card, EmptyState, FactList, PageHead, Row } from '#web/ui/index.ts'
import { getList } from '../../operations/lists/get-list.ts'
import { changeList, listChanges } from './change-list.ts'
import { listTexts } from './lists-texts.ts'
import styles from './lists.module.css'
import { ListTools } from './list-tools.tsx'
import { findPersons } from './find-persons.ts'
import { PeopleTable } from './people-table.tsx'

export const meta: MetaFunction<typeof loader> = ({ matches, loaderData }) =>
  pageTitle(listTexts, 'listTitle', matches, { name: loaderData?.list.name ?? '' })

const perPage = 50

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const asked = new URL(request.url).searchParams
  const page = Math.min(10_000, Math.max(1, Math.floor(Number(asked.get('page') ?? 1)) || 1))
  const list = await orProblemPage(visit.call(getList, { listId: params['list'] ?? '', page, perPage }))
  const words = asked.get('words')?.trim().slice(0, 100) ?? ''
  const done = [...listChanges, 'created' as const, 'changed' as const].find(
    (each) => each === asked.get('done'),
  )
  return {
    list,
    page,
    pages: Math.max(1, Math.ceil(list.total / perPage)),
    done: done ?? null,
    refused: asked.get('refused'),
    purpose: asked.get('purpose')?.slice(0, 200) ?? '',
    words,
    found: list.kind === 'static' && !list.archived && words ? await findPersons(visit, words) : null,
  }
}

export const action = changeList

/** A list: what it asks for in words, its people page by page, and what can be done with it. */
export default function ListPage() {
  const loaded = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useTexts(listTexts)
  const language = useLanguage()
  const { list, page, pages, done } = loaded
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  const address = `/people/lists/${list.id}`
  const canRemove = list.kind === 'static' && !list.archived
  const day = (moment: Date) => momentText(moment, language, { time: false })
  return (
    <>
      <PageHead
        crumbs={[{ href: '/people/lists', label: t('title') }]}
        crumbsLabel={t('crumbs')}
        title={list.name}
        lead={list.description || list.words}
        actions={list.archived ? null : <ButtonLink href={`${address}/edit`}>{t('edit')}</ButtonLink>}
      />
      <FormNotices done={done ? t(`done.${done}`) : null} problem={problem} />
      <FactList
        facts={[
          { label: t('people'), value: t('count.people', { count: list.total }) },
          ...(list.description ? [{ label: t('asks'), value: list.words }] : []),
          {
            label: t('kind'),
            value: list.frozenAt
              ? t('frozenSince', { day: day(list.frozenAt), name: list.frozenByName })
              : t('livingText'),
          },
          {
            label: t('seenBy'),
            value: list.shared
              ? t('seenByUnit', { unit: list.unitName })
              : t('seenByOwner', { owner: list.ownerName }),
          },
        ]}
      />
      {list.total === 0 ? (
        <EmptyState title={t('nobody')}>{t('nobodyText')}</EmptyState>
      ) : (
        <Card title={t('people')}>
          <PeopleTable
            label={list.name}
            columns={list.columns}
            people={list.people}
            last={
              canRemove
                ? {
                    label: t('takeOut'),
                    Cell: TakeOut,
                  }
                : undefined
            }
          />
          {pages > 1 ? (
            <nav aria-label={t('pages')}>
              <Row align="between">
                {page > 1 ? <a href={`?page=${page - 1}`}>{t('previous')}</a> : <span />}
                <span className={styles.soft}>{t('pageOf', { page, pages })}</span>
                {page < pages ? <a href={`?page=${page + 1}`}>{t('next')}</a> : <span />}
              </Row>
            </nav>
          ) : null}
        </Card>
      )}
      <ListTools {...loaded} />
    </>
  )
}

/** Takes one person out of a static list. */
function TakeOut({ id, name }: { id: string; name: string }) {
  const t = useTexts(listTexts)
  return (
    <ChangeButton
      change="remove"
      about={{ name: 'personId', value: id }}
      small
      kind="quiet"
      aria-label={t('takeOutName', { name })}
    >
      {t('takeOut')}
    </ChangeButton>
  )
}
