import { useTexts } from '#web/language.tsx'
import { Table } from '#web/ui/index.ts'
import { kindsTexts } from './kinds-texts.ts'
import type { WrittenKind } from './read-kinds.ts'
import styles from './kinds.module.css'

/** Rows in which kinds are written, with two empty ones for new kinds; as plain words for who may not change them. */
export function KindRows({
  name,
  label,
  marked,
  kinds,
  open,
}: {
  name: string
  label: string
  /** What a mark says; null when these have none. */
  marked: string | null
  kinds: readonly WrittenKind[]
  open: boolean
}) {
  const t = useTexts(kindsTexts)
  const empty = { key: '', singular: '', plural: '', marked: false }
  const rows = open ? [...kinds, empty, empty] : kinds
  return (
    <>
      <input type="hidden" name={`${name}-count`} value={rows.length} />
      <Table
        label={label}
        head={
          <tr>
            {open ? <th scope="col">{t('place')}</th> : null}
            <th scope="col">{t('one')}</th>
            <th scope="col">{t('several')}</th>
            {marked ? <th scope="col">{marked}</th> : null}
          </tr>
        }
      >
        <tbody>
          {rows.map((kind, row) => {
            const field = (part: string) => `${name}-${row}-${part}`
            const words = (part: 'singular' | 'plural', said: string) => (
              <td>
                {open ? (
                  <input
                    className={styles.input}
                    name={field(part)}
                    defaultValue={kind[part]}
                    maxLength={60}
                    aria-label={t('rowField', { field: said, row: row + 1 })}
                  />
                ) : (
                  kind[part]
                )}
              </td>
            )
            return (
              <tr key={kind.key || `new ${row}`}>
                {open ? (
                  <td>
                    <input type="hidden" name={field('key')} value={kind.key} />
                    <input
                      className={styles.place}
                      name={field('place')}
                      defaultValue={kind.key ? row + 1 : ''}
                      inputMode="numeric"
                      maxLength={3}
                      aria-label={t('rowField', { field: t('place'), row: row + 1 })}
                    />
                  </td>
                ) : null}
                {words('singular', t('one'))}
                {words('plural', t('several'))}
                {marked ? (
                  <td>
                    {open ? (
                      <input
                        type="checkbox"
                        className={styles.mark}
                        name={field('marked')}
                        defaultChecked={kind.marked}
                        aria-label={t('rowField', { field: marked, row: row + 1 })}
                      />
                    ) : kind.marked ? (
                      t('yes')
                    ) : null}
                  </td>
                ) : null}
              </tr>
            )
          })}
        </tbody>
      </Table>
    </>
  )
}
