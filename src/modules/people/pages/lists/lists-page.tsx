import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { momentText } from '#web/account/moment.tsx'
import { pageTitle } from '#web/account/page-title.ts'
import { useLanguage, useTexts } from '#web/language.tsx'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { ButtonLink, Card, EmptyState, PageHead, Status } from '#web/ui/index.ts'
import { listLists } from '../../operations/lists/list-lists.ts'
import { RegisterLinks } from '../persons/register-links.tsx'
import { registerParts } from '../persons/register-parts.ts'
import { listTexts } from './lists-texts.ts'
import styles from './lists.module.css'

export const meta: MetaFunction = ({ matches }) => pageTitle(listTexts, 'title', matches)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const archived = new URL(request.url).searchParams.has('archived')
  const { lists } = await orProblemPage(visit.call(listLists, { archived }))
  return { archived, lists, register: registerParts(visit) }
}

/** The lists that the visitor sees: own ones, and those shared with units they answer for. */
export default function ListsPage() {
  const { archived, lists, register } = useLoaderData<typeof loader>()
  const t = useTexts(listTexts)
  const parts = [
    { title: t('own'), lists: lists.filter((list) => list.own && !list.archived) },
    { title: t('sharedLists'), lists: lists.filter((list) => !list.own && !list.archived) },
    { title: t('archivedLists'), lists: lists.filter((list) => list.archived) },
  ].filter((part) => part.lists.length > 0)
  return (
    <>
      <PageHead
        crumbs={[{ href: '/people', label: t('register') }]}
        crumbsLabel={t('crumbs')}
        title={t('title')}
        lead={t('lead')}
        actions={
          <ButtonLink kind="primary" href="/people/lists/new">
            {t('newTitle')}
          </ButtonLink>
        }
      />
      <RegisterLinks parts={register} current="lists" />
      {parts.length === 0 ? (
        <EmptyState
          title={t('none')}
          action={
            <ButtonLink kind="primary" href="/people/lists/new">
              {t('newTitle')}
            </ButtonLink>
          }
        >
          {t('noneText')}
        </EmptyState>
      ) : (
        parts.map((part) => (
          <Card key={part.title} title={part.title}>
            <ul className={styles.lists} role="list">
              {part.lists.map((list) => (
                <ListLine key={list.id} list={list} />
              ))}
            </ul>
          </Card>
        ))
      )}
      <p>
        <a href={archived ? '/people/lists' : '/people/lists?archived'}>
          {archived ? t('hideArchived') : t('showArchived')}
        </a>
      </p>
    </>
  )
}

function ListLine({ list }: { list: ReturnType<typeof useLoaderData<typeof loader>>['lists'][number] }) {
  const t = useTexts(listTexts)
  const language = useLanguage()
  return (
    <li className={styles.line}>
      <p>
        <a href={`/people/lists/${list.id}`}>{list.name}</a>{' '}
        <Status tone={list.kind === 'static' ? 'info' : 'plain'}>{t(list.kind)}</Status>{' '}
        {list.shared ? null : <Status tone="plain">{t('private')}</Status>}
      </p>
      {list.description ? <p>{list.description}</p> : null}
      <p className={styles.soft}>
        {list.archived ? null : (
          <>
            <a href={`/people/lists/${list.id}/edit`} aria-label={t('editTitle', { name: list.name })}>
              {t('change')}
            </a>
            {' · '}
          </>
        )}
        {t('changedBy', {
          unit: list.unitName,
          owner: list.ownerName,
          day: momentText(list.changedAt, language, { time: false }),
        })}
      </p>
    </li>
  )
}
