import { useActionData, useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { FormNotices } from '#web/form-notices.tsx'
import { useTexts } from '#web/language.tsx'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { EmptyState, Notice, PageHead, Stack, Tabs } from '#web/ui/index.ts'
import { listDuplicates } from '../../operations/duplicates/list-duplicates.ts'
import { listMerges } from '../../operations/duplicates/list-merges.ts'
import { RegisterLinks } from '../persons/register-links.tsx'
import { registerParts } from '../persons/register-parts.ts'
import { ApartNotice } from './apart-notice.tsx'
import { changeDuplicates } from './change-duplicates.ts'
import { duplicatesTexts } from './duplicates-texts.ts'
import { MergeList, UnmergeForm } from './merge-list.tsx'
import { PairList } from './pair-list.tsx'
import { PageLinks } from './page-links.tsx'
import { SearchForm, SearchState } from './search-state.tsx'

export const meta: MetaFunction = ({ matches }) => pageTitle(duplicatesTexts, 'title', matches)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const asked = new URL(request.url).searchParams
  const decided = asked.get('decided') === 'yes'
  const page = Math.max(1, Math.min(1000, Number(asked.get('page')) || 1))
  const shown = await orProblemPage(visit.call(listDuplicates, { decided, page }))
  const { merges } = await orProblemPage(visit.call(listMerges, {}))
  const merged = merges.find(({ mergeId }) => mergeId === asked.get('merged')) ?? null
  return { ...shown, merges, merged, decided, page, done: asked.get('done'), register: registerParts(visit) }
}

export const action = changeDuplicates

/** Pairs of records that may be of one person, and records that were put together. */
export default function DuplicatesPage() {
  const { total, pages, pairs, search, merges, merged, decided, page, done, register } =
    useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useTexts(duplicatesTexts)
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  const apart = answer && 'apart' in answer ? answer.apart : undefined
  const isSearching = search?.status === 'searching'
  return (
    <>
      <PageHead
        crumbs={[{ href: '/people', label: t('register') }]}
        crumbsLabel={t('crumbs')}
        title={t('title')}
        lead={t(decided ? 'leadDecided' : 'lead', { total })}
        actions={isSearching ? null : <SearchForm />}
      />
      <RegisterLinks parts={register} current="duplicates" />
      <Stack gap="loose">
        <FormNotices problem={problem} />
        {apart ? <ApartNotice remainders={apart.remainders} /> : null}
        {merged && !answer ? (
          <Notice tone="good" title={t('merged')} live>
            <p>{t('mergedText', { kept: merged.keptName })}</p>
            <UnmergeForm merge={merged} />
          </Notice>
        ) : null}
        {done === 'dismiss' ? (
          <Notice tone="good" live>
            <p>{t('dismissed')}</p>
          </Notice>
        ) : null}
        <SearchState search={search} />
        <Tabs
          label={t('parts')}
          tabs={[
            { href: '/people/duplicates', label: t('open'), current: !decided },
            { href: '/people/duplicates?decided=yes', label: t('decided'), current: decided },
          ]}
        />
        {pairs.length === 0 ? (
          <EmptyState title={t(decided ? 'emptyDecided' : 'empty')}>
            {decided ? null : t('emptyText')}
          </EmptyState>
        ) : (
          <PairList pairs={pairs} />
        )}
        <PageLinks page={page} pages={pages} decided={decided} />
        {merges.length > 0 ? <MergeList merges={merges} /> : null}
      </Stack>
    </>
  )
}
