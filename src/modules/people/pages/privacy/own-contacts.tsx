import { useTexts } from '#web/language.tsx'
import type { FormProblem } from '#web/page-problem.ts'
import { Button, Card, Disclosure, Status, TextField } from '#web/ui/index.ts'
import { contactKinds, shownPhone, type ContactKind } from '../../rules/contact.ts'
import { OwnForm } from './own-form.tsx'
import type { OwnPerson } from './own-person.ts'
import { ownTexts } from './own-texts.ts'
import styles from './privacy.module.css'

/** How one is reached, and the way to add and end. */
export function OwnContacts({ person, problem }: { person: OwnPerson; problem: FormProblem | undefined }) {
  const t = useTexts(ownTexts)
  return (
    <Card title={t('contacts')} id="contacts">
      {person.contacts.length === 0 ? <p>{t('contactsNone')}</p> : null}
      <ul className={styles.items}>
        {person.contacts.map((each) => {
          const value = each.kind === 'phone' ? shownPhone(each.value) : each.value
          return (
            <li key={each.id} className={styles.beside}>
              <span>
                <span className={styles.value}>{value}</span>{' '}
                {each.verifiedAt ? <Status tone="good">{t('verified')}</Status> : null}
              </span>
              <OwnForm personId={person.id} change="endContact">
                <input type="hidden" name="contact" value={each.id} />
                <Button small kind="quiet" aria-label={t('endContactOf', { value })}>
                  {t('endContact')}
                </Button>
              </OwnForm>
            </li>
          )
        })}
      </ul>
      {contactKinds.map((kind) => (
        <AddContact
          key={kind}
          kind={kind}
          personId={person.id}
          problem={problem?.values['kind'] === kind ? problem : undefined}
        />
      ))}
    </Card>
  )
}

function AddContact({
  kind,
  personId,
  problem,
}: {
  kind: ContactKind
  personId: string
  problem: FormProblem | undefined
}) {
  const t = useTexts(ownTexts)
  const at = (name: string) => ({
    name,
    defaultValue: problem?.values[name],
    error: problem?.fields[name],
  })
  return (
    <Disclosure summary={t(`add.${kind}`)} open={problem !== undefined}>
      <OwnForm personId={personId} change="contact">
        <input type="hidden" name="kind" value={kind} />
        {kind === 'address' ? (
          <>
            <TextField label={t('careOf')} optional={t('optional')} maxLength={200} {...at('careOf')} />
            <TextField
              label={t('street')}
              autoComplete="street-address"
              maxLength={200}
              required
              {...at('street')}
            />
            <TextField
              label={t('postalCode')}
              autoComplete="postal-code"
              inputMode="numeric"
              maxLength={20}
              required
              {...at('postalCode')}
            />
            <TextField
              label={t('city')}
              autoComplete="address-level2"
              maxLength={100}
              required
              {...at('city')}
            />
          </>
        ) : (
          <TextField
            label={t(kind)}
            type={kind === 'email' ? 'email' : 'tel'}
            autoComplete={kind === 'email' ? 'email' : 'tel'}
            maxLength={254}
            required
            {...at('value')}
          />
        )}
        <p>
          <Button>{t(`addButton.${kind}`)}</Button>
        </p>
      </OwnForm>
    </Disclosure>
  )
}
