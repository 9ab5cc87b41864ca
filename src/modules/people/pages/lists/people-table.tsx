import type { ComponentType } from 'react'
import { classes, Table } from '#web/ui/index.ts'
import styles from './lists.module.css'

/** People as rows, with a value a column; the first one leads to the person. On a phone each is a card of named values. */
export function PeopleTable({
  label,
  columns,
  people,
  last,
}: {
  label: string
  columns: readonly { key: string; label: string }[]
  people: readonly { id: string; values: readonly string[] }[]
  /** A last column of what can be done with a person. */
  last?: { label: string; Cell: ComponentType<{ id: string; name: string }> } | undefined
}) {
  return (
    <Table
      className={classes(styles.stacked)}
      label={label}
      head={
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col">
              {column.label}
            </th>
          ))}
          {last ? <th scope="col">{last.label}</th> : null}
        </tr>
      }
    >
      <tbody>
        {people.map(({ id, values }) => (
          <tr key={id}>
            {columns.map(({ key, label: columnLabel }, index) =>
              index === 0 ? (
                <th key={key} scope="row">
                  <a href={`/people/${id}`}>{values[index] || '–'}</a>
                </th>
              ) : (
                <td
                  key={key}
                  data-label={columnLabel}
                  className={isFigure(values[index]) ? styles.figure : undefined}
                >
                  {values[index] || null}
                </td>
              ),
            )}
            {last ? (
              <td>
                <last.Cell id={id} name={values[0] ?? ''} />
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** Days, telephone numbers and postal codes are read in one line. */
const isFigure = (value: string | undefined) => /^[\d\s+-]+$/.test(value ?? '')
