import { roleTexts } from '#platform/access/messages/roles.ts'
import type { Role } from '#platform/access/roles.ts'
import { useLanguage, useTexts } from '#web/language.tsx'
import type { FormProblem } from '#web/page-problem.ts'
import { Button, Card, Disclosure, Row, Stack, Status, Table, TextField } from '#web/ui/index.ts'
import { accessPageTexts } from './access-texts.ts'

export type ShownGrant = {
  id: string
  name: string
  email: string
  role: Role
  unitName: string
  validFrom: string
  validTo: string | null
  grantedByName: string | null
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
export function GrantTable({
  grants,
  ended,
  problem,
}: {
  grants: readonly ShownGrant[]
  ended: boolean
  problem: FormProblem | undefined
}) {
  const t = useTexts(accessPageTexts)
  const role = useTexts(roleTexts)
  return (
    <Card>
      <Table
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
              <td>{role(`role.${grant.role}`)}</td>
              <td>{grant.unitName}</td>
              <td>
                {grant.validFrom}
                {grant.validTo ? (
                  <>
                    <br />
                    {t('until', { date: grant.validTo })}
                  </>
                ) : null}
              </td>
              <td>{grant.grantedByName ?? t('givenBySystem')}</td>
              <td>
                {ended && isOver(grant) ? (
                  <>
                    <Status tone="plain">{t('ended')}</Status>
                    {grant.endedByName ? <small> {t('endedBy', { name: grant.endedByName })}</small> : null}
                  </>
                ) : grant.mayEnd ? (
                  <EndGrant
                    grant={grant}
                    problem={problem?.values['grant'] === grant.id ? problem : undefined}
                  />
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

function EndGrant({ grant, problem }: { grant: ShownGrant; problem: FormProblem | undefined }) {
  const t = useTexts(accessPageTexts)
  const role = useTexts(roleTexts)
  const label = t('endOf', { role: role(`role.${grant.role}`), name: grant.name })
  return (
    <Disclosure summary={<span aria-label={label}>{t('end')}</span>} open={problem !== undefined}>
      <form method="post">
        <Stack gap="tight">
          <input type="hidden" name="intent" value="end" />
          <input type="hidden" name="grant" value={grant.id} />
          <TextField
            label={t('lastDay')}
            optional={t('lastDayOptional')}
            name="lastDay"
            type="date"
            error={problem?.fields['lastDay']}
          />
          <p>
            <Button kind="danger" small>
              {label}
            </Button>
          </p>
        </Stack>
      </form>
    </Disclosure>
  )
}

/** Who has been invited and not answered. */
export function InvitationTable({ invitations }: { invitations: readonly ShownInvitation[] }) {
  const t = useTexts(accessPageTexts)
  const role = useTexts(roleTexts)
  const language = useLanguage()
  const day = new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', { dateStyle: 'medium' })
  return (
    <Card title={t('waitingTitle')}>
      <Table
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
              <td>{role(`role.${invitation.role}`)}</td>
              <td>{invitation.unitName}</td>
              <td>{invitation.invitedByName ?? t('givenBySystem')}</td>
              <td>
                {invitation.expired ? (
                  <Status tone="warn">{t('expired')}</Status>
                ) : (
                  <time dateTime={invitation.expiresAt.toISOString()}>
                    {day.format(invitation.expiresAt)}
                  </time>
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
