import {
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { found, Problem } from '#platform/operations/problem.ts'
import { pageTitle } from '#web/account/page-title.ts'
import { dayAsked, onDay } from '#web/as-of/as-of.ts'
import { AsOfControl } from '#web/as-of/as-of-control.tsx'
import { PartForm } from '#web/change-form.tsx'
import { FormNotices } from '#web/form-notices.tsx'
import { useTexts } from '#web/language.tsx'
import { mayIn } from '#web/may-in.ts'
import { orFormProblem, orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { Card, Choice, PageHead, TextArea, TextField } from '#web/ui/index.ts'
import { organisationTexts } from '../../messages/organisation.ts'
import { changePriority } from '../../operations/priorities/change-priority.ts'
import { endPriority } from '../../operations/priorities/end-priority.ts'
import { getPriorityCoverage } from '../../operations/priorities/get-priority-coverage.ts'
import { getPriorityList } from '../../operations/priorities/get-priority-list.ts'
import { searchTaggableThings } from '../../operations/priorities/search-taggable-things.ts'
import { tagPriority } from '../../operations/priorities/tag-priority.ts'
import { untagPriority } from '../../operations/priorities/untag-priority.ts'
import { formFields } from '#web/form-fields.ts'
import { listAddress, priorityAddress } from './addresses.ts'
import { CarriedBy, FindThings } from './carrying-things.tsx'
import { priorityTexts } from './priorities-texts.ts'
import styles from './priorities.module.css'

export const meta: MetaFunction<typeof loader> = ({ matches, loaderData }) =>
  pageTitle(priorityTexts, 'named', matches, { name: loaderData?.priority.title ?? '' })

const changes = ['edited', 'tagged', 'untagged'] as const

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const asked = dayAsked(request)
  const about = { listId: params['list'] ?? '', ...(asked ? { asOf: asked } : {}) }
  return orProblemPage(
    (async () => {
      const { list, priorities } = await visit.call(getPriorityList, about)
      const priority = found(priorities.find((each) => each.id === params['priority']))
      const coverage = mayIn(visit, getPriorityCoverage, list.unitId)
        ? await visit.call(getPriorityCoverage, about)
        : null
      const url = new URL(request.url)
      const words = url.searchParams.get('words')?.trim().slice(0, 100) ?? null
      const mayTag = !asked && visit.may(tagPriority)
      const candidates =
        mayTag && words !== null
          ? (await visit.call(searchTaggableThings, { priorityId: priority.id, words })).kinds
          : null
      const done = url.searchParams.get('done')
      return {
        list,
        priority,
        asked,
        words,
        candidates,
        things: coverage?.priorities.find((each) => each.id === priority.id)?.things ?? null,
        kinds: coverage?.kinds ?? [],
        mayTag,
        mayChange: !asked && mayIn(visit, changePriority, list.unitId),
        done: changes.find((each) => each === done) ?? null,
      }
    })(),
  )
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const { field, day } = formFields(form)
  const listId = params['list'] ?? ''
  const priorityId = params['priority'] ?? ''
  const here = priorityAddress(listId, priorityId)
  const words = field('words') ? `&${new URLSearchParams({ words: field('words') })}` : ''
  return orFormProblem(visit, organisationTexts, form, async () => {
    switch (field('change')) {
      case 'tagged':
        await visit.call(tagPriority, { priorityId, kind: field('kind'), thingId: field('thingId') })
        return redirect(`${here}?done=tagged${words}`)
      case 'untagged':
        await visit.call(untagPriority, { priorityId, kind: field('kind'), thingId: field('thingId') })
        return redirect(`${here}?done=untagged`)
      case 'removed':
        if (!form.has('confirmed')) {
          throw new Problem('invalidInput', {
            issues: [{ path: ['confirmed'], message: 'priority.confirmEnd' }],
          })
        }
        await visit.call(endPriority, { priorityId, ...day('from') })
        return redirect(`${listAddress(listId)}?done=removed`)
      default:
        await visit.call(changePriority, {
          priorityId,
          title: field('title'),
          why: field('why'),
          ...day('from'),
        })
        return redirect(`${here}?done=edited`)
    }
  })
}

/** One priority: why it is there, and what carries it; here more is tagged to it. */
export default function PriorityPage() {
  const { list, priority, asked, words, candidates, things, kinds, mayTag, mayChange, done } =
    useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useTexts(priorityTexts)
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  const edited = problem?.values['change'] === 'edited' ? problem : undefined
  return (
    <>
      <PageHead
        crumbs={[
          { href: onDay('/organisation', asked), label: t('organisation') },
          { href: onDay('/organisation/priorities', asked), label: t('title') },
          { href: onDay(listAddress(list.id), asked), label: list.title },
        ]}
        crumbsLabel={t('crumbs')}
        title={priority.title}
        lead={t('rankNow', { rank: priority.rank, list: `${list.title}, ${list.bodyName}` })}
      />
      <FormNotices done={done ? t(`done.${done}`) : null} problem={problem} sayFields="any" />
      <AsOfControl asked={asked} />
      {priority.why ? <p className={styles.text}>{priority.why}</p> : null}
      {things ? (
        <CarriedBy things={things} kinds={kinds} mayTag={mayTag} />
      ) : mayTag ? null : (
        <p className={styles.soft}>{t('noKinds')}</p>
      )}
      {mayTag ? <FindThings words={words} candidates={candidates} /> : null}
      {mayChange ? (
        <Card title={t('change')}>
          <PartForm change="edited" title={t('edit')} problem={problem}>
            <TextField
              label={t('priorityTitle')}
              name="title"
              required
              maxLength={200}
              defaultValue={edited?.values['title'] ?? priority.title}
              error={edited?.fields['title']}
            />
            <TextArea
              label={t('why')}
              hint={t('whyHint')}
              name="why"
              rows={4}
              maxLength={2000}
              defaultValue={edited?.values['why'] ?? priority.why}
              error={edited?.fields['why']}
            />
            <TextField label={t('changeDay')} optional={t('emptyToday')} name="from" type="date" />
          </PartForm>
          <PartForm change="removed" title={t('remove')} text={t('removeText')} problem={problem} danger>
            <TextField label={t('changeDay')} optional={t('emptyToday')} name="from" type="date" />
            <Choice label={t('confirmRemove', { name: priority.title })} name="confirmed" required />
          </PartForm>
        </Card>
      ) : null}
    </>
  )
}
