import { ChangeButton, ChangeForm } from '#web/change-form.tsx'
import { useTexts } from '#web/language.tsx'
import { Card, Disclosure, Stack, Status } from '#web/ui/index.ts'
import { contactKinds, shownPhone } from '../../rules/contact.ts'
import { ContactFields } from './contact-fields.tsx'
import { problemIn, type PartProps, type ShownRecord } from './part-shape.ts'
import { personsTexts } from './persons-texts.ts'
import styles from './persons.module.css'

type Contact = NonNullable<ShownRecord['contacts']>[number]

/** How somebody is reached, ready to be used by a tap; and the ways that once led there. */
export function ContactPart({ record, organises, problem }: PartProps & { organises: boolean }) {
  const t = useTexts(personsTexts)
  if (!record.contacts) return null
  const holding = record.contacts.filter((contact) => contact.validTo === null)
  const before = record.contacts.filter((contact) => contact.validTo !== null)
  return (
    <Card title={t('contact')} id="contact">
      {holding.length === 0 ? <p>{t('contactNone')}</p> : null}
      <ul className={styles.plain}>
        {holding.map((contact) => {
          const own = problemIn(problem, 'changeContact', { name: 'contactId', value: contact.id })
          return (
            <li key={contact.id} className={styles.item}>
              <span>
                <ContactLink contact={contact} />{' '}
                {contact.preferred && holding.filter(({ kind }) => kind === contact.kind).length > 1 ? (
                  <Status tone="info">{t('preferred')}</Status>
                ) : null}
              </span>
              {organises ? (
                <Disclosure summary={t('changeThis', { kind: contact.kind })} open={own !== undefined}>
                  <Stack>
                    <ChangeForm
                      change="changeContact"
                      about={{ name: 'contactId', value: contact.id }}
                      button={t('save')}
                    >
                      <ContactFields kind={contact.kind} contact={contact} problem={own} />
                    </ChangeForm>
                    <ChangeButton
                      change="endContact"
                      about={{ name: 'contactId', value: contact.id }}
                      kind="danger"
                      small
                    >
                      {t('endContact')}
                    </ChangeButton>
                  </Stack>
                </Disclosure>
              ) : null}
            </li>
          )
        })}
      </ul>
      {organises ? (
        <div>
          {contactKinds.map((kind) => {
            const own = problemIn(problem, 'addContact', { name: 'kind', value: kind })
            return (
              <Disclosure key={kind} summary={t('addContact', { kind })} open={own !== undefined}>
                <ChangeForm change="addContact" button={t('addThis')}>
                  <ContactFields kind={kind} problem={own} />
                </ChangeForm>
              </Disclosure>
            )
          })}
        </div>
      ) : null}
      {before.length > 0 ? (
        <Disclosure summary={t('before', { count: before.length })}>
          <ul className={styles.plain}>
            {before.map((contact) => (
              <li key={contact.id} className={styles.past}>
                {t('until', { value: shown(contact), day: contact.validTo ?? '' })}
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </Card>
  )
}

function shown(contact: Contact): string {
  return contact.kind === 'phone' ? shownPhone(contact.value) : contact.value
}

function ContactLink({ contact }: { contact: Contact }) {
  if (contact.kind === 'phone') return <a href={`tel:${contact.value}`}>{shownPhone(contact.value)}</a>
  if (contact.kind === 'email') return <a href={`mailto:${contact.value}`}>{contact.value}</a>
  return <>{contact.value}</>
}
