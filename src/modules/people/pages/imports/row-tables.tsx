import { useLanguage, useTexts } from '#web/language.tsx'
import { cells, classes, Table } from '#web/ui/index.ts'
import { importWords, type ImportWord } from '../../messages/import-words.ts'
import { shownPhone } from '../../rules/contact.ts'
import { importTexts } from './import-texts.ts'
import styles from './imports.module.css'

function More({ shown, total }: { shown: number; total: number }) {
  const t = useTexts(importTexts)
  return total > shown ? <p>{t('more', { count: total - shown })}</p> : null
}

/** Rows and why something became of them. */
export function ReasonsTable({
  label,
  rows,
  total,
}: {
  label: string
  rows: readonly { line: number; why: string }[]
  total: number
}) {
  const t = useTexts(importTexts)
  return (
    <>
      <Table
        label={label}
        head={
          <tr>
            <th scope="col" className={cells.numeric}>
              {t('row')}
            </th>
            <th scope="col">{t('why')}</th>
          </tr>
        }
      >
        <tbody>
          {rows.map(({ line, why }) => (
            <tr key={line}>
              <th scope="row" className={cells.numeric}>
                {line}
              </th>
              <td>{why}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <More shown={rows.length} total={total} />
    </>
  )
}

type Created = {
  line: number
  name: string
  unit: string
  emails: readonly string[]
  phones: readonly string[]
  birthDate: string | null
}

/** Persons who will be new in the register. */
export function CreatedTable({ rows, total }: { rows: readonly Created[]; total: number }) {
  const t = useTexts(importTexts)
  const words = useTexts(importWords)
  return (
    <>
      <Table
        className={classes(styles.stacked)}
        label={t('created.label')}
        head={
          <tr>
            <th scope="col" className={cells.numeric}>
              {t('row')}
            </th>
            <th scope="col">{t('name')}</th>
            <th scope="col">{words('field.email')}</th>
            <th scope="col">{words('field.phone')}</th>
            <th scope="col">{words('field.birthDate')}</th>
            <th scope="col">{words('field.unit')}</th>
          </tr>
        }
      >
        <tbody>
          {rows.map((row) => (
            <tr key={row.line}>
              <td className={cells.numeric} data-label={t('row')}>
                {row.line}
              </td>
              <th scope="row">
                <bdi>{row.name}</bdi>
              </th>
              <td data-label={words('field.email')}>{row.emails.join(', ') || null}</td>
              <td data-label={words('field.phone')} className={styles.figure}>
                {row.phones.map(shownPhone).join(', ') || null}
              </td>
              <td data-label={words('field.birthDate')} className={styles.figure}>
                {row.birthDate}
              </td>
              <td data-label={words('field.unit')}>{row.unit}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <More shown={rows.length} total={total} />
    </>
  )
}

type Changed = {
  line: number
  personId: string
  name: string
  changes: readonly { what: string; before: string | null; after: string | null }[]
}

/** Persons who are there, and what becomes different: what stood, and what will stand. */
export function ChangedTable({
  rows,
  total,
  fields,
}: {
  rows: readonly Changed[]
  total: number
  fields: readonly { id: string; label: string }[]
}) {
  const t = useTexts(importTexts)
  const words = useTexts(importWords)
  const language = useLanguage()
  const named = (what: string) =>
    fields.find(({ id }) => `field:${id}` === what)?.label ?? words(`field.${what}` as ImportWord)
  const shown = (what: string, value: string | null) => {
    if (value === null) return t('nothing')
    if (what === 'standing' || what === 'membership') return words(`standing.${value}` as ImportWord)
    if (what === 'language') return new Intl.DisplayNames(language, { type: 'language' }).of(value)
    return what === 'phone' ? shownPhone(value) : value
  }
  return (
    <>
      <Table
        label={t('changed.label')}
        head={
          <tr>
            <th scope="col" className={cells.numeric}>
              {t('row')}
            </th>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('what')}</th>
            <th scope="col">{t('before')}</th>
            <th scope="col">{t('after')}</th>
          </tr>
        }
      >
        {rows.map((row) => (
          <tbody key={row.line}>
            {row.changes.map(({ what, before, after }, at) => (
              <tr key={`${what} ${after}`}>
                {at === 0 ? (
                  <>
                    <td rowSpan={row.changes.length} className={cells.numeric}>
                      {row.line}
                    </td>
                    <th scope="rowgroup" rowSpan={row.changes.length}>
                      <a href={`/people/${row.personId}`}>
                        <bdi>{row.name}</bdi>
                      </a>
                    </th>
                  </>
                ) : null}
                <td>{named(what)}</td>
                <td>{shown(what, before)}</td>
                <td>{shown(what, after)}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </Table>
      <More shown={rows.length} total={total} />
    </>
  )
}
