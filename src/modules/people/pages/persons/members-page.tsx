import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { z } from 'zod'
import { pageTitle } from '#web/account/page-title.ts'
import { AsOfControl } from '#web/as-of/as-of-control.tsx'
import { dayAsked, onDay } from '#web/as-of/as-of.ts'
import { useTexts } from '#web/language.tsx'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { ButtonLink, Card, cells, PageHead, Table } from '#web/ui/index.ts'
import { countMembers } from '../../operations/persons/count-members.ts'
import { listMembers } from '../../operations/persons/list-members.ts'
import { listVoters } from '../../operations/voting/list-voters.ts'
import { registerReaders } from '../../people-roles.ts'
import { rolesIn } from '../../rules/persons/seen-by.ts'
import { MemberList } from './member-list.tsx'
import { personsTexts } from './persons-texts.ts'
import { RegisterLinks } from './register-links.tsx'
import { registerParts } from './register-parts.ts'
import styles from './persons.module.css'

export const meta: MetaFunction = ({ matches }) => pageTitle(personsTexts, 'part.members', matches)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const { searchParams } = new URL(request.url)
  const asked = dayAsked(request)
  const unitId = z.uuid().safeParse(searchParams.get('unit')).data ?? null
  const after = searchParams.get('after') ?? ''
  const day = asked ? { asOf: asked } : {}
  const counted = await orProblemPage(visit.call(countMembers, day))
  const listed = (id: string) =>
    visit.may(listMembers) &&
    registerReaders.some((role) => (rolesIn(visit.actor, [id]) as readonly string[]).includes(role))
  const list =
    unitId && listed(unitId)
      ? await orProblemPage(
          visit.call(listMembers, { unitId, ...day, limit: 50, ...(after ? { after } : {}) }),
        )
      : null
  return {
    ...counted,
    asked,
    unitId,
    units: counted.units.map((unit) => ({ ...unit, listed: listed(unit.unitId) })),
    list,
    isLater: after !== '',
    parts: registerParts(visit),
    mayVote: visit.may(listVoters),
  }
}

/** How many members each unit had on any day, and for those who keep a register who they were. */
export default function MembersPage() {
  const { asked, asOf, units, list, isLater, parts, unitId, mayVote } = useLoaderData<typeof loader>()
  const t = useTexts(personsTexts)
  const chosen = units.find((unit) => unit.unitId === unitId)
  return (
    <>
      <PageHead
        crumbs={[{ href: '/people', label: t('title') }]}
        crumbsLabel={t('crumbs')}
        title={t('part.members')}
        lead={t('membersLead', { day: asOf })}
        actions={mayVote ? <ButtonLink href="/people/voting">{t('voting')}</ButtonLink> : null}
      />
      <RegisterLinks parts={parts} current="members" />
      <AsOfControl asked={asked}>
        {unitId ? <input type="hidden" name="unit" value={unitId} /> : null}
      </AsOfControl>
      {/* What was asked for stands first: on a phone the units fill several screens. */}
      {list && chosen ? (
        <MemberList
          unit={chosen.name}
          asOf={asOf}
          list={list}
          address={onDay(`/people/members?unit=${unitId}`, asked)}
          isLater={isLater}
        />
      ) : null}
      <Card>
        <Table
          label={t('part.members')}
          head={
            <tr>
              <th scope="col">{t('unit')}</th>
              <th scope="col" className={cells.numeric}>
                {t('membersCount')}
              </th>
              <th scope="col">{t('moves')}</th>
            </tr>
          }
        >
          <tbody>
            {units.map((unit) => (
              <tr key={unit.unitId}>
                <th scope="row">
                  {'\u2003'.repeat(unit.depth)}
                  {unit.listed ? (
                    <a href={onDay(`/people/members?unit=${unit.unitId}`, asked)}>{unit.name}</a>
                  ) : (
                    unit.name
                  )}
                </th>
                <td className={cells.numeric}>
                  {unit.hidden === 'small' ? '<5' : unit.hidden ? t('keptBack') : unit.members}
                </td>
                <td>
                  {unit.listed ? (
                    <a href={`/people/moves/${unit.unitId}`} aria-label={t('movesOf', { unit: unit.name })}>
                      {t('moves')}
                    </a>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Card>
      <p className={styles.soft}>{t('smallCounts')}</p>
    </>
  )
}
