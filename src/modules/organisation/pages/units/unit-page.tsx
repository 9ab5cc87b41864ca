import { useActionData, useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { AsOfControl } from '#web/as-of/as-of-control.tsx'
import { dayAsked, onDay } from '#web/as-of/as-of.ts'
import { useTexts } from '#web/language.tsx'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { ButtonLink, Card, Columns, FactList, PageHead, Status } from '#web/ui/index.ts'
import type { Role } from '#platform/access/roles.ts'
import { FormNotices } from '#web/form-notices.tsx'
import { getUnit } from '../../operations/get-unit.ts'
import { listUnits } from '../../operations/list-units.ts'
import { changeUnit, unitChanges, type UnitChange } from './change-unit.ts'
import { readStanding } from '../standing/read-standing.ts'
import { StandingCards } from '../standing/standing-cards.tsx'
import { readUnitCards, UnitCards } from '../priorities/unit-cards.tsx'
import { UnitForms } from './unit-forms.tsx'
import { UnitHistory } from './unit-history.tsx'
import { kindName, unitAddress, UnitList } from './unit-list.tsx'
import { unitTexts } from './units-texts.ts'
import styles from './units.module.css'

export const meta: MetaFunction<typeof loader> = ({ matches, loaderData }) =>
  pageTitle(unitTexts, 'unitTitle', matches, { name: loaderData?.unit.name ?? '' })

const registerReaders = ['owner', 'registrar', 'organiser', 'board', 'auditor'] as const
const registrarChanges: ReadonlySet<UnitChange> = new Set(['add', 'rename'])
/** What the top unit is not for. */
const neverOfTop: ReadonlySet<UnitChange> = new Set(['move', 'merge', 'split', 'close'])

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const asked = dayAsked(request)
  const day = asked ? { asOf: asked } : {}
  const shown = await orProblemPage(visit.call(getUnit, { unitId: params['unit'] ?? '', ...day }))
  const grants = visit.actor.kind === 'person' ? visit.actor.grants : []
  const trusted = (role: Role, id: string) =>
    grants.some((grant) => grant.role === role && grant.unitIds.includes(id))
  const { unit } = shown
  const standing = await readStanding(visit, { unitId: unit.id }, asked)
  // An affiliate stands beside the tree: it lies under nobody, and can be closed all the same.
  const isAffiliate = standing.affiliates.some((each) => each.unitId === unit.id)
  const ended = unit.validTo !== null
  const changes = unitChanges.filter((change) => {
    if (asked || (change === 'reopen') !== ended) return false
    const isTop = unit.parentId === null && !(isAffiliate && change === 'close')
    if (isTop && neverOfTop.has(change)) return false
    if (change === 'layer' && shown.below.length === 0) return false
    return trusted('owner', unit.id) || (registrarChanges.has(change) && trusted('registrar', unit.id))
  })
  const own = new Set([unit.id, ...shown.below.map((each) => each.id)])
  const others =
    changes.length === 0
      ? []
      : (await orProblemPage(visit.call(listUnits, {}))).units.filter(
          (each) => !own.has(each.id) && each.validTo === null && trusted('owner', each.id),
        )
  // Whoever may read the register of its members finds the way there; the register asks again.
  const registers = registerReaders.some((role) => trusted(role, unit.id))
  const done = new URL(request.url).searchParams.get('done')
  return {
    ...shown,
    cards: await readUnitCards(visit, unit.id, asked),
    standing,
    asked,
    registers,
    others,
    changes: others.length === 0 ? changes.filter((each) => each !== 'move' && each !== 'merge') : changes,
    done: unitChanges.find((each) => each === done) ?? null,
  }
}

export const action = changeUnit

/** One unit: where it lies, what is below it, its bodies, what has happened to it, and what may be changed. */
export default function UnitPage() {
  const shown = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useTexts(unitTexts)
  const { unit, asked, path, below, bodies, bodyKinds, kinds, aliases, changes, done } = shown
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  const kind = kindName(kinds, unit.kind)
  return (
    <>
      <PageHead
        crumbs={[
          { href: onDay('/organisation', asked), label: t('title') },
          ...path.map((each) => ({ href: unitAddress(each.id, asked), label: each.name })),
        ]}
        crumbsLabel={t('crumbs')}
        title={unit.name}
        lead={t('unitLead', { kind, day: unit.validFrom })}
        actions={
          <>
            <ButtonLink href={onDay(`${unitAddress(unit.id, null)}/growth`, asked)} small>
              {t('growth')}
            </ButtonLink>
            {shown.registers ? (
              <>
                <ButtonLink
                  href={asked ? onDay(`/people/members?unit=${unit.id}`, asked) : `/people?unit=${unit.id}`}
                  small
                >
                  {t('members')}
                </ButtonLink>
                <ButtonLink href={`/people/moves/${unit.id}`} small>
                  {t('moves')}
                </ButtonLink>
              </>
            ) : null}
          </>
        }
      />
      <FormNotices done={done ? t(`done.${done}`) : null} problem={problem} sayFields={['confirmed']} />
      <AsOfControl asked={asked} />
      {unit.validTo || aliases.length > 0 ? (
        <FactList
          facts={[
            ...(unit.validTo ? [{ label: t('lastDay'), value: unit.validTo }] : []),
            ...(aliases.length > 0 ? [{ label: t('aliases'), value: aliases.join(', ') }] : []),
          ]}
        />
      ) : null}
      <Columns>
        <Card title={t('below')}>
          {below.length === 0 ? (
            <p>{t('belowNone')}</p>
          ) : (
            <UnitList units={below} kinds={kinds} asOf={asked} />
          )}
        </Card>
        <Card title={t('bodies')}>
          {bodies.length === 0 ? <p>{t('bodiesNone')}</p> : null}
          {bodies.some((body) => body.isHighest) ? null : (
            <p>
              <Status tone="warn">{t('noHighest')}</Status>
            </p>
          )}
          {bodies.length === 0 ? null : (
            <ul className={styles.tree}>
              {bodies.map((body) => (
                <li key={body.id}>
                  <a href={onDay(`/organisation/bodies/${body.id}`, asked)}>{body.name}</a>{' '}
                  <span className={styles.soft}>{kindName(bodyKinds, body.kind)}</span>
                </li>
              ))}
            </ul>
          )}
        </Card>
        <StandingCards standing={shown.standing} />
        <UnitCards cards={shown.cards} />
        <Card title={t('history')}>
          <UnitHistory events={shown.history} kinds={kinds} />
        </Card>
      </Columns>
      {changes.length > 0 ? (
        <Card title={t('change')}>
          <UnitForms
            unit={unit}
            kinds={kinds}
            rightBelow={below.filter((each) => each.parentId === unit.id)}
            others={shown.others}
            changes={changes}
            problem={problem}
          />
        </Card>
      ) : null}
    </>
  )
}
