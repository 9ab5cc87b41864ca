import { useTexts } from '#web/language.tsx'
import { Card, classes, Table } from '#web/ui/index.ts'
import { shownPhone } from '../../rules/contact.ts'
import { fullName } from '../../rules/names.ts'
import type { ShownStanding } from '../../store/persons/search-register.ts'
import { personsTexts } from './persons-texts.ts'
import { StandingMark } from './standing-mark.tsx'
import styles from './persons.module.css'

export type ShownPerson = {
  id: string
  givenName: string
  familyName: string
  homeUnit: { name: string }
  standing: ShownStanding
  email: string | null
  phone: string | null
  tags: readonly string[]
}

/** Persons in rows at a desk, in cards on a phone; family name first at a desk, as a register is read. */
export function RegisterTable({ persons }: { persons: readonly ShownPerson[] }) {
  const t = useTexts(personsTexts)
  return (
    <Card>
      <Table
        className={classes(styles.cards)}
        label={t('table')}
        head={
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('standing')}</th>
            <th scope="col">{t('homeUnit')}</th>
            <th scope="col">{t('phone')}</th>
            <th scope="col">{t('email')}</th>
            <th scope="col">{t('tags')}</th>
          </tr>
        }
      >
        <tbody>
          {persons.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                <a href={`/people/${person.id}`}>{fullName(person)}</a>
              </th>
              <td>
                <StandingMark standing={person.standing} />
              </td>
              <td>{person.homeUnit.name}</td>
              <td>{person.phone ? <a href={`tel:${person.phone}`}>{shownPhone(person.phone)}</a> : null}</td>
              <td>{person.email ? <a href={`mailto:${person.email}`}>{person.email}</a> : null}</td>
              <td>{person.tags.length > 0 ? person.tags.join(', ') : null}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  )
}
