import { useTexts } from '#web/language.tsx'
import { Card, Table } from '#web/ui/index.ts'
import { registersTexts } from './registers-texts.ts'
import styles from './registers.module.css'

/** Rows of a file in a table: which line, whom or what it is about, and what becomes of it. */
export function FileRows({
  title,
  what,
  rows,
}: {
  title: string
  /** What the last column says. */
  what: string
  rows: readonly { line: number; name: string; said: string }[]
}) {
  const t = useTexts(registersTexts)
  if (rows.length === 0) return null
  return (
    <Card title={`${title} (${rows.length})`}>
      <div className={styles.rows}>
        <Table
          label={title}
          head={
            <tr>
              <th scope="col">{t('line')}</th>
              <th scope="col">{t('name')}</th>
              <th scope="col">{what}</th>
            </tr>
          }
        >
          <tbody>
            {rows.map((row) => (
              <tr key={row.line}>
                <td>{row.line}</td>
                <th scope="row">{row.name || '–'}</th>
                <td>{row.said}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
    </Card>
  )
}
