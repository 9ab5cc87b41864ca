import { memo, type PointerEvent } from 'react'
import { useTexts } from '#web/language.tsx'
import { classes, Icon } from '#web/ui/index.ts'
import { showAmount } from './cell-text.ts'
import styles from './workbench.module.css'
import type { Editing } from './use-grid-keys.ts'
import type { WorkbenchRow } from './workbench-data.ts'
import { workbenchTexts } from './workbench-texts.ts'

export type RowHandlers = {
  select(rowId: string, column: number, extend: boolean): void
  startEditing(rowId: string, column: number): void
  write(text: string): void
  commit(): void
  drag(event: PointerEvent<HTMLElement>, rowId: string): void
}

export type GridRowProps = {
  row: WorkbenchRow
  decimals: number
  editable: boolean
  href: string
  /** The column the keyboard is in, if it is in this row. */
  active: number | null
  /** The selected columns of this row, first and last; null when none are. */
  selectedFrom: number | null
  selectedTo: number | null
  editing: Editing | null
  /** Columns that somebody else has just changed, as text so that it compares cheaply. */
  fresh: string
  conflicts: string
  dropMark: 'before' | 'after' | null
  handlers: RowHandlers
}

/** One adjustment: its label, its kind and an amount a year. Rendered again only when something of it changes. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, active, editable, handlers } = props
  const t = useTexts(workbenchTexts)
  const columns = [-1, ...row.cells.keys()]
  return (
    <tr
      className={classes(
        styles.row,
        props.dropMark === 'before' && styles.dropBefore,
        props.dropMark === 'after' && styles.dropAfter,
      )}
      data-row={row.id}
    >
      {columns.map((column) => (
        <GridCell key={column} {...props} column={column} isActive={active === column}>
          {column < 0 && editable ? (
            <span
              className={styles.handle}
              onPointerDown={(event) => handlers.drag(event, row.id)}
              title={t('row.move', { label: row.label })}
            >
              <Icon name="drag" />
            </span>
          ) : null}
        </GridCell>
      ))}
      <td className={styles.kindCell}>
        <span className={styles.kind}>{t(`kind.${row.kind}`)}</span>
        <a href={props.href} className={styles.open} aria-label={t('row.openNamed', { label: row.label })}>
          {t('row.open')}
        </a>
      </td>
    </tr>
  )
})

function GridCell({
  row,
  column,
  isActive,
  decimals,
  editable,
  selectedFrom,
  selectedTo,
  editing,
  fresh,
  conflicts,
  handlers,
  children,
}: GridRowProps & { column: number; isActive: boolean; children: React.ReactNode }) {
  const t = useTexts(workbenchTexts)
  const isLabel = column < 0
  const isEditing = isActive && editing !== null
  const selected =
    selectedFrom !== null && selectedTo !== null && column >= selectedFrom && column <= selectedTo
  const cell = row.cells[column]
  const text = isLabel ? row.label : showAmount(cell?.amount ?? null, decimals)
  const Tag = isLabel ? 'th' : 'td'
  return (
    <Tag
      {...(isLabel ? { scope: 'row' as const } : {})}
      role={isLabel ? 'rowheader' : 'gridcell'}
      data-cell={`${row.id}:${column}`}
      tabIndex={isActive && !isEditing ? 0 : -1}
      aria-selected={selected}
      aria-readonly={!editable}
      className={classes(
        isLabel ? styles.label : styles.amount,
        selected && styles.selected,
        isActive && styles.active,
        fresh.split(' ').includes(String(column)) && styles.fresh,
        conflicts.split(' ').includes(String(column)) && styles.conflicted,
      )}
      onPointerDown={(event) => {
        if (event.button === 0) handlers.select(row.id, column, event.shiftKey)
      }}
      onDoubleClick={() => handlers.startEditing(row.id, column)}
    >
      {isEditing ? (
        <input
          className={classes(styles.input, !isLabel && styles.inputAmount)}
          value={editing.text}
          // The cell was chosen by the person; the field inside it has to take the writing at once.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          inputMode={isLabel ? 'text' : 'decimal'}
          aria-label={isLabel ? t('column.label') : row.label}
          aria-invalid={editing.unread || undefined}
          onChange={(event) => handlers.write(event.target.value)}
          onBlur={() => handlers.commit()}
        />
      ) : (
        <span className={styles.cellText}>
          {children}
          <span className={isLabel ? styles.labelText : undefined}>
            {text === '' ? <span className="visually-hidden">{t('cell.blank')}</span> : text}
          </span>
        </span>
      )}
    </Tag>
  )
}
