import { roleTexts } from '#platform/access/messages/roles.ts'
import type { Role } from '#platform/access/roles.ts'
import { useTexts } from '#web/language.tsx'
import { Moment } from '#web/account/moment.tsx'
import { Button, ButtonLink, Card, classes, Row, Status, Table } from '#web/ui/index.ts'
import { accessPageTexts } from './access-texts.ts'
import styles from './access.module.css'

export type ShownGrant = {
  id: string
  name: string
  email: string
  role: Role
  unitName: string
  validFrom: string
  validTo: string | null
  grantedByName: string | null
  lent: boolean
  lentByName: string | null
  endedAt: Date | null
  endedByName: string | null
  mayEnd: boolean
}

export type ShownInvitation = {
  id: string
  name: string
  email: string
  role: Role
  unitId: string
  unitName: string
  invitedByName: string | null
  expiresAt: Date
  expired: boolean
  mayEnd: boolean
}

/** Who has which role where, each with the way to end it. */
export function GrantTable({ grants }: { grants: readonly ShownGrant[] }) {
  const t = useTexts(accessPageTexts)
  const role = useTexts(roleTexts)
  return (
    <Card>
      <Table
        className={classes(styles.stacking)}
        label={t('table')}
        head={
          <tr>
            <th scope="col">{t('person')}</th>
            <th scope="col">{t('role')}</th>
            <th scope="col">{t('unit')}</th>
            <th scope="col">{t('since')}</th>
            <th scope="col">{t('givenBy')}</th>
            <th scope="col">{t('end')}</th>
          </tr>
        }
      >
        <tbody>
          {grants.map((grant) => (
            <tr key={grant.id}>
              <th scope="row">
                {grant.name}
                <br />
                <small>{grant.email}</small>
              </th>
              <td data-label={t('role')}>
                {role(`role.${grant.role}`)}
                {grant.lent ? (
                  <>
                    <br />
                    <Status tone="info">{t('lentBy', { name: grant.lentByName ?? '' })}</Status>
                  </>
                ) : null}
              </td>
              <td data-label={t('unit')}>{grant.unitName}</td>
              <td data-label={t('since')}>
                {grant.validFrom}
                {grant.validTo ? (
                  <>
                    <br />
                    {t('until', { date: grant.validTo })}
                  </>
                ) : null}
              </td>
              <td data-label={t('givenBy')}>{grant.grantedByName ?? t('givenBySystem')}</td>
              <td>
                {isOver(grant) ? (
                  <>
                    <Status tone="plain">{t('ended')}</Status>
                    {grant.endedByName ? <small> {t('endedBy', { name: grant.endedByName })}</small> : null}
                  </>
                ) : grant.mayEnd ? (
                  <ButtonLink
                    small
                    href={`/system/access?end=${grant.id}`}
                    aria-label={t('endOf', { role: role(`role.${grant.role}`), name: grant.name })}
                  >
                    {t('end')}
                  </ButtonLink>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  )
}

function isOver(grant: ShownGrant): boolean {
  return (
    grant.endedAt !== null ||
    (grant.validTo !== null && grant.validTo < new Date().toISOString().slice(0, 10))
  )
}

/** Who has been invited and not answered. */
export function InvitationTable({ invitations }: { invitations: readonly ShownInvitation[] }) {
  const t = useTexts(accessPageTexts)
  const role = useTexts(roleTexts)
  return (
    <Card title={t('waitingTitle')}>
      <Table
        className={classes(styles.stacking)}
        label={t('waitingTable')}
        head={
          <tr>
            <th scope="col">{t('person')}</th>
            <th scope="col">{t('role')}</th>
            <th scope="col">{t('unit')}</th>
            <th scope="col">{t('invitedBy')}</th>
            <th scope="col">{t('expires')}</th>
            <th scope="col">{t('withdraw')}</th>
          </tr>
        }
      >
        <tbody>
          {invitations.map((invitation) => (
            <tr key={invitation.id}>
              <th scope="row">
                {invitation.name}
                <br />
                <small>{invitation.email}</small>
              </th>
              <td data-label={t('role')}>{role(`role.${invitation.role}`)}</td>
              <td data-label={t('unit')}>{invitation.unitName}</td>
              <td data-label={t('invitedBy')}>{invitation.invitedByName ?? t('givenBySystem')}</td>
              <td data-label={t('expires')}>
                {invitation.expired ? (
                  <Status tone="warn">{t('expired')}</Status>
                ) : (
                  <Moment at={invitation.expiresAt} time={false} />
                )}
              </td>
              <td>{invitation.mayEnd ? <ChangeInvitation invitation={invitation} /> : null}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  )
}

function ChangeInvitation({ invitation }: { invitation: ShownInvitation }) {
  const t = useTexts(accessPageTexts)
  const { name } = invitation
  return (
    <Row>
      <form method="post">
        <input type="hidden" name="name" value={name} />
        <input type="hidden" name="email" value={invitation.email} />
        <input type="hidden" name="role" value={invitation.role} />
        <input type="hidden" name="unit" value={invitation.unitId} />
        <Button small name="intent" value="invite" aria-label={t('againOf', { name })}>
          {t('again')}
        </Button>
      </form>
      <form method="post">
        <input type="hidden" name="invitation" value={invitation.id} />
        <Button small kind="danger" name="intent" value="withdraw" aria-label={t('withdrawOf', { name })}>
          {t('withdraw')}
        </Button>
      </form>
    </Row>
  )
}
