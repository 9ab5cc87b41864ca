import { useActionData, useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import {
  changeBody,
  getBody,
  isSilent,
  listPublicBodies,
  listUnits,
  readStanding,
  recordBodyActivity,
} from '#modules/organisation/index.ts'
import { pageTitle } from '#web/account/page-title.ts'
import { AsOfControl } from '#web/as-of/as-of-control.tsx'
import { dayAsked, onDay } from '#web/as-of/as-of.ts'
import { FormNotices } from '#web/form-notices.tsx'
import { useTexts } from '#web/language.tsx'
import { mayIn } from '#web/may-in.ts'
import { StandingCards } from '#web/organisation-parts.tsx'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { ButtonLink, Card, Columns, FactList, PageHead, Status } from '#web/ui/index.ts'
import { listDelegateRules } from '../../operations/growth/list-delegate-rules.ts'
import { appointPerson } from '../../operations/posts/appoint-person.ts'
import { getBodyHolders } from '../../operations/posts/get-body-holders.ts'
import { joinBody } from '../../operations/posts/join-body.ts'
import { listOwnNetworks } from '../../operations/posts/list-own-networks.ts'
import { bodyAddress } from './addresses.ts'
import { BodyForms } from './body-forms.tsx'
import { FormerHolders, GroupMembers, NetworkMembers, SeatHolders } from './body-holders.tsx'
import { candidatesAsked } from './candidates-asked.ts'
import { changeBodyPage } from './change-body-page.ts'
import { postsTexts } from './posts-texts.ts'
import styles from './posts.module.css'

export const meta: MetaFunction<typeof loader> = ({ matches, loaderData }) =>
  pageTitle(postsTexts, 'named', matches, { name: loaderData?.shown.body.name ?? '' })

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const asked = dayAsked(request)
  const about = { bodyId: params['body'] ?? '', ...(asked ? { asOf: asked } : {}) }
  const shown = await orProblemPage(visit.call(getBody, about))
  const held = await orProblemPage(visit.call(getBodyHolders, { ...about, asOf: shown.asOf }))
  const { unitId, validTo } = shown.body
  const open = !asked && validTo === null
  const may = {
    // A seat tied to a unit is that unit's to fill.
    appoint:
      open &&
      [unitId, ...shown.seats.flatMap((seat) => seat.referenceUnitId ?? [])].some((each) =>
        mayIn(visit, appointPerson, each),
      ),
    change: open && mayIn(visit, changeBody, unitId),
    note: open && mayIn(visit, recordBodyActivity, unitId),
    count: mayIn(visit, listDelegateRules, unitId),
    join: open && shown.body.openToJoin && visit.may(joinBody),
  }
  const own = may.join ? (await orProblemPage(visit.call(listOwnNetworks, {}))).bodyIds : []
  return {
    shown,
    held,
    asked,
    may,
    standing: await readStanding(visit, { bodyId: shown.body.id }, asked),
    joined: own.includes(shown.body.id),
    units: may.change ? (await orProblemPage(visit.call(listUnits, {}))).units : [],
    publicBodies: may.change ? (await orProblemPage(visit.call(listPublicBodies, {}))).publicBodies : [],
    candidates: may.appoint ? await candidatesAsked(visit, request) : null,
    done: new URL(request.url).searchParams.has('done'),
  }
}

export const action = changeBodyPage

/** One body as of any day: its seats and who holds them, what is vacant, who held them before, and what may be changed. */
export default function BodyPage() {
  const loaded = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useTexts(postsTexts)
  const { shown, held, asked, may, done } = loaded
  const { body, activity } = shown
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  const kind = shown.bodyKinds.find((each) => each.key === body.kind)?.singular ?? body.kind
  const lastActive = activity[0]?.day ?? null
  const silent = body.openToJoin && isSilent(lastActive ?? body.validFrom, shown.asOf)
  return (
    <>
      <PageHead
        crumbs={[
          { href: onDay('/organisation', asked), label: t('organisation') },
          { href: onDay('/organisation/bodies', asked), label: t('bodies') },
          { href: onDay(`/organisation/units/${body.unitId}`, asked), label: shown.unitName },
          ...(shown.parent ? [{ href: bodyAddress(shown.parent.id, asked), label: shown.parent.name }] : []),
        ]}
        crumbsLabel={t('crumbs')}
        title={body.name}
        lead={t('bodyLead', { kind, day: body.validFrom })}
        actions={
          may.count && (body.isHighest || body.kind === 'representativeAssembly') ? (
            <ButtonLink href={`${bodyAddress(body.id)}/delegates`} small>
              {t('toDelegates')}
            </ButtonLink>
          ) : null
        }
      />
      <FormNotices done={done ? t('done') : null} problem={problem} sayFields="any" />
      <AsOfControl asked={asked} />
      {body.purpose ? <p className={styles.text}>{body.purpose}</p> : null}
      <FactList
        facts={[
          ...(body.isHighest ? [{ label: t('decides'), value: t('isHighest') }] : []),
          ...(body.contactAddress
            ? [
                {
                  label: t('contactAddress'),
                  value: <a href={`mailto:${body.contactAddress}`}>{body.contactAddress}</a>,
                },
              ]
            : []),
          ...(body.validTo ? [{ label: t('lastDay'), value: body.validTo }] : []),
          ...(body.openToJoin || lastActive
            ? [
                {
                  label: t('lastActive'),
                  value: (
                    <>
                      {lastActive ?? t('never')} {silent ? <Status tone="warn">{t('silent')}</Status> : null}
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      <SeatHolders seats={shown.seats} held={held} roleKinds={shown.roleKinds} mayAdd={may.change} />
      {shown.sources.length > 0 || held.groupMembers.length > 0 ? (
        <GroupMembers held={held} sources={shown.sources} asOf={asked} />
      ) : null}
      {body.openToJoin || held.members.length > 0 ? (
        <NetworkMembers members={held.members} join={may.join ? { joined: loaded.joined } : null} />
      ) : null}
      <Columns>
        <StandingCards standing={loaded.standing} />
        {held.others.length > 0 ? (
          <FormerHolders others={held.others} seats={shown.seats} roleKinds={shown.roleKinds} />
        ) : null}
        {shown.below.length > 0 ? (
          <Card title={t('below')}>
            <ul className={styles.list}>
              {shown.below.map((each) => (
                <li key={each.id}>
                  <a href={bodyAddress(each.id, asked)}>{each.name}</a>
                </li>
              ))}
            </ul>
          </Card>
        ) : null}
        {activity.length > 0 ? (
          <Card title={t('activity')}>
            <FactList facts={activity.map((each) => ({ label: each.day, value: each.what }))} />
          </Card>
        ) : null}
        {shown.history.length > 1 ? (
          <Card title={t('hasBeen')}>
            <FactList facts={shown.history.map((each) => ({ label: each.validFrom, value: each.name }))} />
          </Card>
        ) : null}
      </Columns>
      {may.appoint || may.change || may.note ? <BodyForms {...loaded} problem={problem} /> : null}
    </>
  )
}
