import { roleTexts } from '#platform/access/messages/roles.ts'
import type { Role } from '#platform/access/roles.ts'
import { useTexts } from '#web/language.tsx'
import type { FormProblem } from '#web/page-problem.ts'
import { Button, ButtonLink, Card, Row, SelectField, Stack, TextField } from '#web/ui/index.ts'
import { accessPageTexts } from './access-texts.ts'

/** What the reader is trusted to give, where, and to whom without an invitation. */
export type Giving = {
  roles: readonly Role[]
  units: readonly { id: string; name: string }[]
  people: readonly { userId: string; name: string }[]
}

function RoleAndUnit({ give, problem }: { give: Giving; problem: FormProblem | undefined }) {
  const t = useTexts(accessPageTexts)
  const role = useTexts(roleTexts)
  return (
    <>
      <SelectField
        label={t('role')}
        name="role"
        defaultValue={problem?.values['role'] ?? give.roles.find((each) => each === 'secretary')}
        options={give.roles.map((each) => ({ value: each, label: role(`role.${each}`) }))}
      />
      <SelectField
        label={t('unit')}
        name="unit"
        defaultValue={problem?.values['unit']}
        options={give.units.map((unit) => ({ value: unit.id, label: unit.name }))}
      />
    </>
  )
}

/** Ends somebody's role: at once, or after a last day. */
export function EndGrant({
  grant,
  problem,
}: {
  grant: { id: string; name: string; role: Role; unitName: string }
  problem: FormProblem | undefined
}) {
  const t = useTexts(accessPageTexts)
  const role = useTexts(roleTexts)
  return (
    <Card title={t('endOf', { role: role(`role.${grant.role}`), name: grant.name })} id="end">
      <form method="post">
        <Stack>
          <p>{t('endText', { unit: grant.unitName })}</p>
          <input type="hidden" name="intent" value="end" />
          <input type="hidden" name="grant" value={grant.id} />
          <TextField
            label={t('lastDay')}
            optional={t('lastDayOptional')}
            name="lastDay"
            type="date"
            defaultValue={problem?.values['lastDay']}
            error={problem?.fields['lastDay']}
          />
          <Row>
            <Button kind="danger">{t('end')}</Button>
            <ButtonLink href="/system/access">{t('cancel')}</ButtonLink>
          </Row>
        </Stack>
      </form>
    </Card>
  )
}

/** Invites somebody who is not here yet. */
export function InviteSomebody({ give, problem }: { give: Giving; problem: FormProblem | undefined }) {
  const t = useTexts(accessPageTexts)
  return (
    <Card title={t('inviteTitle')} id="invite">
      <form method="post">
        <Stack>
          <p>{t('inviteText')}</p>
          <TextField
            label={t('name')}
            name="name"
            autoComplete="off"
            defaultValue={problem?.values['name']}
            error={problem?.fields['name']}
            required
            maxLength={200}
          />
          <TextField
            label={t('email')}
            name="email"
            type="email"
            autoComplete="off"
            defaultValue={problem?.values['email']}
            error={problem?.fields['email']}
            required
          />
          <RoleAndUnit give={give} problem={problem} />
          <p>
            <Button kind="primary" name="intent" value="invite">
              {t('invite')}
            </Button>
          </p>
        </Stack>
      </form>
    </Card>
  )
}

/** Gives another role to somebody who is here already. */
export function GiveRole({ give, problem }: { give: Giving; problem: FormProblem | undefined }) {
  const t = useTexts(accessPageTexts)
  return (
    <Card title={t('giveTitle')}>
      <form method="post">
        <Stack>
          <p>{t('giveText')}</p>
          <SelectField
            label={t('person')}
            name="person"
            defaultValue={problem?.values['person']}
            options={give.people.map((person) => ({ value: person.userId, label: person.name }))}
          />
          <RoleAndUnit give={give} problem={problem} />
          <TextField
            label={t('validTo')}
            optional={t('optional')}
            name="validTo"
            type="date"
            defaultValue={problem?.values['validTo']}
            error={problem?.fields['validTo']}
          />
          <p>
            <Button name="intent" value="give">
              {t('give')}
            </Button>
          </p>
        </Stack>
      </form>
    </Card>
  )
}
