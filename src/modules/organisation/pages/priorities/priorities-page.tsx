import {
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { AsOfControl } from '#web/as-of/as-of-control.tsx'
import { dayAsked, onDay } from '#web/as-of/as-of.ts'
import { PartForm } from '#web/change-form.tsx'
import { FormNotices } from '#web/form-notices.tsx'
import { useTexts } from '#web/language.tsx'
import { mayIn } from '#web/may-in.ts'
import { orFormProblem, orProblemPage, type FormProblem } from '#web/page-problem.ts'
import { OrganisationWays } from '#web/organisation-ways/organisation-ways.tsx'
import { waysOf } from '#web/organisation-ways/ways.ts'
import { visitOf } from '#web/request-context.ts'
import { Card, EmptyState, PageHead, SelectField, Status, TextArea, TextField } from '#web/ui/index.ts'
import { organisationTexts } from '../../messages/organisation.ts'
import { listBodies } from '../../operations/list-bodies.ts'
import { listUnits } from '../../operations/list-units.ts'
import { createPriorityList } from '../../operations/priorities/create-priority-list.ts'
import { listPriorityLists } from '../../operations/priorities/list-priority-lists.ts'
import { formFields } from '#web/form-fields.ts'
import { listAddress, priorityAddress } from './addresses.ts'
import { ListFacts } from './list-facts.tsx'
import { priorityTexts } from './priorities-texts.ts'
import styles from './priorities.module.css'

export const meta: MetaFunction = ({ matches }) => pageTitle(priorityTexts, 'title', matches)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const asked = dayAsked(request)
  const url = new URL(request.url)
  const past = url.searchParams.has('past')
  const wanted = url.searchParams.get('unit') ?? ''
  const day = asked ? { asOf: asked } : {}
  const { units } = await orProblemPage(visit.call(listUnits, day))
  const unit = units.find((each) => each.id === wanted)
  const { lists } = await orProblemPage(
    visit.call(listPriorityLists, { ...day, past, ...(unit ? { unitId: unit.id } : {}) }),
  )
  const bodies =
    !asked && visit.may(createPriorityList)
      ? (await orProblemPage(visit.call(listBodies, {}))).bodies.filter((body) =>
          mayIn(visit, createPriorityList, body.unitId),
        )
      : []
  return {
    asked,
    ways: waysOf(visit),
    past,
    lists,
    unitId: unit?.id ?? '',
    units: units.map(({ id, name, depth }) => ({ id, name, depth })),
    bodies: bodies.map(({ id, name, unitId }) => ({
      id,
      name: `${name}, ${units.find((each) => each.id === unitId)?.name ?? ''}`,
    })),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const { field, day } = formFields(form)
  return orFormProblem(visit, organisationTexts, form, async () => {
    const titles = field('lines')
      .split('\n')
      .map((line) => line.trim())
    const { listId } = await visit.call(createPriorityList, {
      bodyId: field('bodyId'),
      title: field('title'),
      from: field('from'),
      ...day('to'),
      priorities: titles.filter(Boolean).map((title) => ({ title })),
    })
    return redirect(`${listAddress(listId)}?done=created`)
  })
}

/** What the movement works on now: each body's priorities in their order, and what is to come. */
export default function PrioritiesPage() {
  const { asked, ways, past, lists, unitId, units, bodies } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useTexts(priorityTexts)
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  const mayCreate = bodies.length > 0
  return (
    <>
      <PageHead
        crumbs={[{ href: onDay('/organisation', asked), label: t('organisation') }]}
        crumbsLabel={t('crumbs')}
        title={t('title')}
        lead={t('lead')}
      />
      <OrganisationWays current="priorities" ways={ways} asked={asked} />
      <FormNotices done={null} problem={problem} sayFields="any" />
      <AsOfControl asked={asked}>
        <SelectField
          label={t('unit')}
          name="unit"
          defaultValue={unitId}
          options={[
            { value: '', label: t('allUnits') },
            ...units.map(({ id, name, depth }) => ({ value: id, label: `${'\u2003'.repeat(depth)}${name}` })),
          ]}
        />
        {past ? <input type="hidden" name="past" value="yes" /> : null}
      </AsOfControl>
      {lists.length === 0 ? (
        <EmptyState title={asked ? t('noneThen') : t('none')}>
          {asked ? null : mayCreate ? t('noneText') : t('noneReader')}
        </EmptyState>
      ) : null}
      {lists.map((list) => (
        <Card
          key={list.id}
          title={<a href={onDay(listAddress(list.id), asked)}>{`${list.title}: ${list.bodyName}`}</a>}
        >
          {list.time === 'current' ? null : (
            <p>
              <Status tone={list.time === 'coming' ? 'wait' : 'plain'}>{t(list.time)}</Status>
            </p>
          )}
          <p className={styles.soft}>{list.unitName}</p>
          {list.priorities.length === 0 ? <p>{t('emptyList')}</p> : null}
          <ol className={styles.list} role="list">
            {list.priorities.map(({ id, rank, title, why }) => (
              <li key={id} className={styles.priority}>
                <span className={styles.rank}>{rank}</span>
                <a className={styles.title} href={onDay(priorityAddress(list.id, id), asked)}>
                  {title}
                </a>
                {why ? <p className={styles.text}>{why}</p> : null}
              </li>
            ))}
          </ol>
          <ListFacts list={list} />
        </Card>
      ))}
      <p>
        <a href={onDay(pastAddress(unitId, !past), asked)}>{t(past ? 'hidePast' : 'showPast')}</a>
      </p>
      {mayCreate ? <NewList bodies={bodies} problem={problem} open={lists.length === 0} /> : null}
    </>
  )
}

function pastAddress(unitId: string, past: boolean): string {
  const asked = new URLSearchParams({ ...(unitId ? { unit: unitId } : {}), ...(past ? { past: 'yes' } : {}) })
  return asked.size === 0 ? '/organisation/priorities' : `/organisation/priorities?${asked}`
}

function NewList({
  bodies,
  problem,
  open,
}: {
  bodies: readonly { id: string; name: string }[]
  problem: FormProblem | undefined
  open: boolean
}) {
  const t = useTexts(priorityTexts)
  const field = (name: string) => ({
    name,
    defaultValue: problem?.values[name],
    error: problem?.fields[name],
  })
  return (
    <Card title={t('new')}>
      <PartForm change="create" title={t('create')} text={t('newText')} problem={problem} open={open}>
        <SelectField
          label={t('body')}
          options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
          {...field('bodyId')}
        />
        <TextField
          label={t('listTitle')}
          hint={t('listTitleHint')}
          required
          maxLength={200}
          {...field('title')}
        />
        <TextField label={t('from')} type="date" required {...field('from')} />
        <TextField label={t('to')} optional={t('openEnd')} type="date" {...field('to')} />
        <TextArea label={t('lines')} hint={t('linesHint')} rows={5} {...field('lines')} />
      </PartForm>
    </Card>
  )
}
