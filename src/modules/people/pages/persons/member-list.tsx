import { useTexts } from '#web/language.tsx'
import { Card, classes, Table } from '#web/ui/index.ts'
import type { MembershipKind, Standing } from '../../rules/membership.ts'
import { personsTexts } from './persons-texts.ts'
import styles from './persons.module.css'

/** Who belonged to a unit on a day. */
export function MemberList({
  unit,
  asOf,
  list,
  address,
  isLater,
}: {
  unit: string
  asOf: string
  list: {
    members: readonly {
      personId: string
      name: string
      unit: { id: string; name: string }
      kind: MembershipKind
      status: Standing
      since: string
    }[]
    next: string | null
  }
  address: string
  isLater: boolean
}) {
  const t = useTexts(personsTexts)
  return (
    <Card title={t('membersOf', { unit, day: asOf })}>
      {list.members.length === 0 ? (
        <p>{t('membersNone')}</p>
      ) : (
        <Table
          className={classes(styles.cards, styles.members)}
          label={t('membersOf', { unit, day: asOf })}
          head={
            <tr>
              <th scope="col">{t('name')}</th>
              <th scope="col">{t('unit')}</th>
              <th scope="col">{t('kind')}</th>
              <th scope="col">{t('since')}</th>
            </tr>
          }
        >
          <tbody>
            {list.members.map((member) => (
              <tr key={`${member.personId} ${member.unit.id}`}>
                <th scope="row">
                  <a href={`/people/${member.personId}`}>{member.name}</a>
                </th>
                <td>{member.unit.name}</td>
                <td>{t(`kind.${member.kind}`)}</td>
                <td>{member.since}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {list.next || isLater ? (
        <nav aria-label={t('pages')} className={styles.pages}>
          {isLater ? <a href={address}>{t('firstPage')}</a> : null}
          {list.next ? <a href={`${address}&after=${list.next}`}>{t('nextPage')}</a> : null}
        </nav>
      ) : null}
    </Card>
  )
}
