import type { z } from 'zod'
import type { getBody } from '#modules/organisation/index.ts'
import { useTexts } from '#web/language.tsx'
import { Button, Card, FactList, Status } from '#web/ui/index.ts'
import type { getBodyHolders } from '../../operations/posts/get-body-holders.ts'
import { publicBodyAddress } from './addresses.ts'
import { postsTexts } from './posts-texts.ts'
import styles from './posts.module.css'

export type ShownBody = z.output<typeof getBody.output>
export type Held = z.output<typeof getBodyHolders.output>

/** What a seat is called: its own title, or what the role is called; with the unit whose it is. */
export function seatLabel(
  seat: ShownBody['seats'][number] | undefined,
  roleKinds: ShownBody['roleKinds'],
): string {
  if (!seat) return ''
  return seat.title || (roleKinds.find((kind) => kind.key === seat.roleKind)?.singular ?? seat.roleKind)
}

/** Each seat with those who hold it, and how many are vacant. */
export function SeatHolders({
  seats,
  held,
  roleKinds,
  mayAdd,
}: {
  seats: ShownBody['seats']
  held: Held
  roleKinds: ShownBody['roleKinds']
  mayAdd: boolean
}) {
  const t = useTexts(postsTexts)
  if (seats.length === 0) {
    return (
      <Card title={t('seats')}>
        <p>{t('seatsNone')}</p>
        {mayAdd ? <p className={styles.soft}>{t('seatsNoneAdd')}</p> : null}
      </Card>
    )
  }
  return (
    <Card title={t('seats')}>
      <dl className={styles.seats}>
        {seats.map((seat) => {
          const filled = held.seats.find((each) => each.seatId === seat.id)
          return [
            <dt key={`${seat.id} label`}>
              {seatLabel(seat, roleKinds)}
              {seat.number > 1 ? (
                <span className={styles.soft}> {t('seatNumber', { number: seat.number })}</span>
              ) : null}
            </dt>,
            <dd key={seat.id}>
              <ul className={styles.list}>
                {filled?.holders.map((term) => (
                  <li key={term.id}>
                    {term.name}{' '}
                    <span className={styles.soft}>
                      {[
                        term.validTo
                          ? t('fromTo', { from: term.validFrom, to: term.validTo })
                          : t('since', { day: term.validFrom }),
                        term.appointedBy ? t('appointedByName', { name: term.appointedBy }) : '',
                        term.decision,
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </li>
                ))}
                {filled && filled.hidden > 0 ? <li>{t('hidden', { count: filled.hidden })}</li> : null}
                {filled && filled.vacant > 0 ? (
                  <li>
                    <Status tone="warn">{t('vacant', { count: filled.vacant })}</Status>
                  </li>
                ) : null}
                {filled && filled.over > 0 ? (
                  <li>
                    <Status tone="bad">{t('over', { count: filled.over })}</Status>
                  </li>
                ) : null}
              </ul>
            </dd>,
          ]
        })}
      </dl>
    </Card>
  )
}

/** Those who held a seat before, or will. */
export function FormerHolders({
  others,
  seats,
  roleKinds,
}: {
  others: Held['others']
  seats: ShownBody['seats']
  roleKinds: ShownBody['roleKinds']
}) {
  const t = useTexts(postsTexts)
  return (
    <Card title={t('others')}>
      <ul className={styles.list}>
        {others.map((term) => (
          <li key={term.id}>
            {term.name}{' '}
            <span className={styles.soft}>
              {[
                seatLabel(
                  seats.find((seat) => seat.id === term.seatId),
                  roleKinds,
                ),
                term.validTo
                  ? t('fromTo', { from: term.validFrom, to: term.validTo })
                  : t('since', { day: term.validFrom }),
                term.endedReason,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** The members of a council group: it follows from their mandates. */
export function GroupMembers({
  held,
  sources,
  asOf,
}: {
  held: Held
  sources: ShownBody['sources']
  asOf: string | null
}) {
  const t = useTexts(postsTexts)
  return (
    <Card title={t('groupMembers')}>
      <p className={styles.soft}>
        {t('groupMembersText', { bodies: sources.map((each) => each.name).join(', ') })}
      </p>
      {held.groupMembers.length === 0 ? (
        <p>{t('groupMembersNone')}</p>
      ) : (
        <ul className={styles.list}>
          {held.groupMembers.map((member) => (
            <li key={member.personId}>
              {member.name}{' '}
              <span className={styles.soft}>
                {t('since', { day: member.since })} ·{' '}
                {member.mandates.map((mandate, index) => [
                  index > 0 ? ', ' : '',
                  <a key={mandate.publicBodyId} href={publicBodyAddress(mandate.publicBodyId, asOf)}>
                    {mandate.name}
                  </a>,
                ])}
              </span>
            </li>
          ))}
        </ul>
      )}
      {held.formerGroupMembers.length > 0 ? (
        <>
          <h3>{t('formerGroupMembers')}</h3>
          <FactList
            facts={held.formerGroupMembers.map((member) => ({
              label: member.name,
              value: t('until', { day: member.lastDay }),
            }))}
          />
        </>
      ) : null}
    </Card>
  )
}

/** The members of a network, and the way in or out for the one who looks. */
export function NetworkMembers({
  members,
  join,
}: {
  members: Held['members']
  join: { joined: boolean } | null
}) {
  const t = useTexts(postsTexts)
  return (
    <Card title={t('members')}>
      {members.length === 0 ? (
        <p>{t('membersNone')}</p>
      ) : (
        <ul className={styles.list}>
          {members.map((member) => (
            <li key={member.id}>
              {member.name} <span className={styles.soft}>{t('since', { day: member.validFrom })}</span>
            </li>
          ))}
        </ul>
      )}
      {join ? (
        <form method="post">
          <input type="hidden" name="change" value={join.joined ? 'leave' : 'join'} />
          <Button kind={join.joined ? 'plain' : 'primary'}>{join.joined ? t('leave') : t('join')}</Button>
        </form>
      ) : null}
    </Card>
  )
}
