import { useLanguage, useTexts } from '#web/language.tsx'
import { momentText } from '#web/account/moment.tsx'
import { Card, Disclosure, FactList } from '#web/ui/index.ts'
import { columnOrder, keptTexts } from './kept-texts.ts'
import styles from './privacy.module.css'

/** Rows of one table as a page tells them: what can be read, by column. */
export type KeptGroup = { about: string; rows: { column: string; value: string }[][] }

type Told = readonly { about: string; rows: readonly Record<string, unknown>[] }[]

/** What ties rows together and tells a reader nothing. The file has it. */
const unread = /(^|_)id$|^protected$|^revision$/
const identifier = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Everything kept about somebody, without what is empty and what is only for the machine. */
export function keptGroups(groups: Told): KeptGroup[] {
  return groups.map(({ about, rows }) => ({
    about,
    rows: rows.map((row) =>
      inReadingOrder(row).flatMap(([column, value]) => {
        // Where somebody belongs stands with who they are; it is the same in every row.
        const again = column === 'home_unit' && about !== 'people.person'
        const text = again || unread.test(column) ? '' : textOf(value)
        return text === '' ? [] : [{ column, value: text }]
      }),
    ),
  }))
}

const place = (column: string) => columnOrder.get(column) ?? columnOrder.size

/** The columns of a row, those told of first by the texts first; those without a word last, as they came. */
function inReadingOrder(row: Record<string, unknown>): [string, unknown][] {
  return Object.entries(row).toSorted(([one], [other]) => place(one) - place(other))
}

function textOf(value: unknown): string {
  if (value === null || value === undefined || value === false) return ''
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join(', ')
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([name, each]) => [name, textOf(each)])
      .filter(([, each]) => each !== '')
      .map(([name, each]) => `${name}: ${each}`)
      .join(', ')
  }
  const text = String(value)
  return identifier.test(text) ? '' : text
}

/** Everything kept about somebody, a card a table. Long ones are folded after the first rows. */
export function KeptGroups({ groups }: { groups: readonly KeptGroup[] }) {
  const t = useTexts(keptTexts)
  return groups.map(({ about, rows }) => {
    const table = t(`table.${about}` as 'table.people.person')
    const title = table.startsWith('table.') ? about : table
    return (
      <Card key={about} title={`${title} (${rows.length})`} className={styles.kept}>
        {rows.length > 5 ? (
          <Disclosure summary={t('show', { count: rows.length })}>
            <Rows rows={rows} />
          </Disclosure>
        ) : (
          <Rows rows={rows} />
        )}
      </Card>
    )
  })
}

function Rows({ rows }: { rows: KeptGroup['rows'] }) {
  const t = useTexts(keptTexts)
  const language = useLanguage()
  // What is kept as a word of the system's own is said as it is said elsewhere.
  const coded = (value: string) => {
    const said = t(`value.${value}` as 'value.true')
    return said.startsWith('value.') ? value : said
  }
  return (
    <ul className={styles.items}>
      {rows.map((row, index) => (
        // Rows have no other mark that may be shown; they never change places.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>
          <FactList
            facts={row.map(({ column, value }) => {
              const word = t(`column.${column}` as 'column.given_name')
              return {
                label: word.startsWith('column.') ? column.replaceAll('_', ' ') : word,
                value: /^\d{4}-\d\d-\d\dT/.test(value) ? momentText(new Date(value), language) : coded(value),
              }
            })}
          />
        </li>
      ))}
    </ul>
  )
}
