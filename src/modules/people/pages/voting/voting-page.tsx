import { useActionData, useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { z } from 'zod'
import { pageTitle } from '#web/account/page-title.ts'
import { useTexts } from '#web/language.tsx'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import {
  Button,
  ButtonLink,
  Card,
  Disclosure,
  EmptyState,
  Facts,
  Notice,
  PageHead,
  SelectField,
  TextField,
} from '#web/ui/index.ts'
import { listVoters } from '../../operations/voting/list-voters.ts'
import { setVotingRule } from '../../operations/voting/set-voting-rule.ts'
import { registerReaders, registrars } from '../../people-roles.ts'
import { rolesIn } from '../../rules/persons/seen-by.ts'
import { reachedUnits } from '../persons/reached-units.ts'
import { RegisterLinks } from '../persons/register-links.tsx'
import { registerParts } from '../persons/register-parts.ts'
import { changeRule } from './change-rule.ts'
import { RuleForm } from './rule-form.tsx'
import { NotVotingTable, RuleTable, VoterTable } from './voter-tables.tsx'
import { votingTexts } from './voting-texts.ts'
import styles from './voting.module.css'

export const meta: MetaFunction = ({ matches }) => pageTitle(votingTexts, 'title', matches)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const query = new URL(request.url).searchParams
  const asked = z.iso.date().safeParse(query.get('asOf')).data ?? ''
  const units = await reachedUnits(visit, registerReaders)
  const unitId = z.uuid().safeParse(query.get('unit')).data ?? units[0]?.value ?? null
  const shown = unitId
    ? await orProblemPage(visit.call(listVoters, { unitId, ...(asked ? { asOf: asked } : {}) }))
    : null
  const trust: readonly string[] = unitId ? rolesIn(visit.actor, [unitId]) : []
  return {
    shown,
    units,
    asked,
    mayDecide: visit.may(setVotingRule) && registrars.some((role) => trust.includes(role)),
    parts: registerParts(visit),
    done: query.has('done'),
  }
}

export const action = changeRule

/** Who may vote at a unit's meeting on a day, by which rule, and the list to take to the door. */
export default function VotingPage() {
  const { shown, units, asked, mayDecide, parts, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useTexts(votingTexts)
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  const head = (
    <>
      <PageHead
        crumbs={[
          { href: '/people', label: t('people') },
          { href: '/people/members', label: t('members') },
        ]}
        crumbsLabel={t('crumbs')}
        title={t('title')}
        lead={t('lead')}
      />
      <RegisterLinks parts={parts} current="members" />
    </>
  )
  if (!shown) {
    return (
      <>
        {head}
        <EmptyState title={t('noUnit')}>{t('noUnitText')}</EmptyState>
      </>
    )
  }
  const { unit, rule } = shown
  const reasons = shown.reasons.map(({ reason, count }) =>
    t('reasons', { count, reason: t(`reason.${reason}`) }),
  )
  return (
    <>
      {head}
      {done && !problem ? (
        <Notice tone="good" live>
          <p>{t('done')}</p>
        </Notice>
      ) : null}
      {problem ? (
        <Notice tone="bad" title={problem.title} live>
          <p>{problem.fields['rule.kinds'] ?? Object.values(problem.fields)[0] ?? problem.detail}</p>
        </Notice>
      ) : null}
      <form className={styles.filter}>
        <SelectField label={t('unit')} name="unit" defaultValue={unit.id} options={units} />
        <TextField label={t('day')} optional={t('emptyToday')} name="asOf" type="date" defaultValue={asked} />
        <Button>{t('show')}</Button>
      </form>
      <Facts
        facts={[
          { label: t('count'), figure: shown.count },
          {
            label: t('notCount'),
            figure: shown.reasons.reduce((sum, { count }) => sum + count, 0),
            ...(reasons.length > 0 ? { note: reasons.join(', ') } : {}),
          },
        ]}
      />
      <Card title={t('rule')}>
        <p>
          {t('rule.kinds', {
            kinds: rule.kinds.map((kind) => t(`kind.${kind}`)).join(` ${t('or')} `),
            unit: unit.name,
            below: rule.below ? 'yes' : 'no',
          })}{' '}
          {t('rule.leastDays', { days: rule.leastDays })} {rule.paid ? t('rule.paid') : ''}
        </p>
        <p className={styles.soft}>
          {rule.unit && rule.since
            ? t('rule.own', { unit: rule.unit.name, since: rule.since })
            : t('rule.usual')}{' '}
          {rule.decision}
        </p>
        {mayDecide ? (
          <Disclosure summary={t('change', { unit: unit.name })} open={problem !== undefined}>
            <RuleForm unitId={unit.id} rule={rule} hasOwn={rule.unit?.id === unit.id} problem={problem} />
          </Disclosure>
        ) : null}
        <RuleTable rules={shown.rules} />
      </Card>
      {shown.count > 0 ? (
        <p>
          <ButtonLink href={`/people/voting.csv?unit=${unit.id}&asOf=${shown.asOf}`}>{t('file')}</ButtonLink>{' '}
          <span className={styles.soft}>{t('fileNote')}</span>
        </p>
      ) : null}
      <VoterTable shown={shown} />
      <NotVotingTable shown={shown} />
    </>
  )
}
