import { useEffect, useMemo, useRef, useState } from 'react'
import { useLanguage, useTexts } from '#web/language.tsx'
import { Button, classes, Disclosure, EmptyState, ButtonLink, Notice } from '#web/ui/index.ts'
import { BoardHead, SumRow } from './board-rows.tsx'
import { showAmount } from './cell-text.ts'
import type { Change } from './change.ts'
import { Explaining, type Asked } from './figure-link.tsx'
import { FigurePanel } from './figure-panel.tsx'
import { GridRow, type RowHandlers } from './grid-row.tsx'
import type { Conflict } from './grid-state.ts'
import { covered } from './grid-position.ts'
import { baseOf, liveTotals } from './live-totals.ts'
import type { PasteResult } from './pasted.ts'
import { sections, type Section } from './sections.ts'
import { useDragRows } from './use-drag-rows.ts'
import { useGridKeys } from './use-grid-keys.ts'
import { useWorkbench } from './use-workbench.ts'
import type { WorkbenchData } from './workbench-data.ts'
import styles from './workbench.module.css'
import { workbenchTexts } from './workbench-texts.ts'
import { YearStrip } from './year-strip.tsx'

/** The grid of boards, adjustments and years, with everything it comes to. */
export function Workbench({
  initial,
  unit,
  address,
  bookAddress,
  figuresAddress,
}: {
  initial: WorkbenchData
  unit: string
  /** Where this workbench lives; its parts lie under it. */
  address: string
  bookAddress: string
  /** Where the tables of this version are shown. */
  figuresAddress: string
}) {
  const t = useTexts(workbenchTexts)
  const { state, dispatch, saving } = useWorkbench(initial, address)
  const { data } = state
  const grid = useRef<HTMLTableElement>(null)
  const [panel, setPanel] = useState<Asked | null>(null)
  const [pasteResult, setPasteResult] = useState<PasteResult | null>(null)
  const base = useMemo(() => baseOf(initial), [initial])
  const totals = useMemo(() => liveTotals(data, base), [data, base])
  const explaining = useMemo(() => ({ figures: figuresAddress, explain: setPanel }), [figuresAddress])
  const parts = useMemo(() => sections(data), [data])
  const order = useMemo(() => parts.flatMap((part) => part.rows.map((row) => row.id)), [parts])
  const change = (next: Change) => dispatch({ type: 'do', change: next })

  const keys = useGridKeys({
    data,
    order,
    grid,
    editable: data.editable,
    change,
    undo: () => dispatch({ type: 'undo' }),
    redo: () => dispatch({ type: 'redo' }),
    explain: ({ rowId, column }) => setPanel({ rowId, year: data.years[Math.max(0, column)] ?? 0 }),
    pasted: setPasteResult,
  })
  const drag = useDragRows(data.rows, change)

  // The rows are rendered again only when something of theirs changes; what they call must not be new each time.
  const latest = useRef({ keys, drag })
  useEffect(() => {
    latest.current = { keys, drag }
  })
  const handlers = useMemo<RowHandlers>(
    () => ({
      select: (rowId, column, extend) => {
        if (latest.current.keys.editing && !latest.current.keys.commit()) return
        latest.current.keys.select({ rowId, column }, extend)
      },
      startEditing: (rowId, column) => latest.current.keys.startEditing({ rowId, column }),
      write: (text) => latest.current.keys.write(text),
      commit: () => void latest.current.keys.commit(),
      drag: (event, rowId) => latest.current.drag.start(event, rowId),
    }),
    [],
  )

  const { selection, editing } = keys
  const active = selection?.to ?? (order[0] === undefined ? null : { rowId: order[0], column: 0 })
  const area = selection ? covered(selection, order) : null

  if (data.boards.length === 0) {
    return (
      <EmptyState
        title={t('empty.title')}
        action={
          <ButtonLink href={`${bookAddress}/import`} kind="primary">
            {t('empty.action')}
          </ButtonLink>
        }
      >
        {t('empty.text')}
      </EmptyState>
    )
  }

  const rowsOf = (part: Section) =>
    part.rows.map((row) => {
      const isActive = active?.rowId === row.id
      const inArea = area?.rowIds.includes(row.id) ?? false
      return (
        <GridRow
          key={row.id}
          row={row}
          decimals={data.decimals}
          editable={data.editable}
          href={`${bookAddress}/adjustments/${row.id}`}
          active={isActive ? active.column : null}
          selectedFrom={inArea ? (area?.columns[0] ?? null) : null}
          selectedTo={inArea ? (area?.columns.at(-1) ?? null) : null}
          editing={isActive ? editing : null}
          fresh={columnsOf(state.fresh, row.id)}
          conflicts={state.conflicts
            .filter((each) => each.rowId === row.id)
            .map((each) => each.yearIndex)
            .join(' ')}
          dropMark={drag.mark?.rowId === row.id ? drag.mark.side : null}
          handlers={handlers}
        />
      )
    })

  return (
    <Explaining value={explaining}>
      <YearStrip data={data} totals={totals} unit={unit} />
      <div className={styles.toolbar}>
        {data.editable ? (
          <>
            <Button
              type="button"
              small
              disabled={state.undo.length === 0}
              onClick={() => dispatch({ type: 'undo' })}
            >
              {t('undo')}
            </Button>
            <Button
              type="button"
              small
              disabled={state.redo.length === 0}
              onClick={() => dispatch({ type: 'redo' })}
            >
              {t('redo')}
            </Button>
            <ButtonLink small href={`${address}/tax`}>
              {t('tax.open')}
            </ButtonLink>
            <span className={styles.saveState} role="status" data-saving={saving.state}>
              {saving.state === 'problem' ? t('problem') : t(saving.state)}
            </span>
          </>
        ) : null}
      </div>
      {saving.problem ? (
        <Notice tone="bad" title={saving.problem.title} live>
          <p>{saving.problem.detail}</p>
        </Notice>
      ) : null}
      {editing?.unread ? (
        <Notice tone="bad" live>
          <p>{t('cell.unread', { text: editing.text })}</p>
        </Notice>
      ) : null}
      <PasteNotice result={pasteResult} />
      <Conflicts
        data={data}
        conflicts={state.conflicts}
        settle={(conflict, keepMine) => {
          dispatch({ type: 'settle', rowId: conflict.rowId, yearIndex: conflict.yearIndex })
          if (!keepMine) return
          change({
            kind: 'amounts',
            cells: [
              {
                rowId: conflict.rowId,
                yearIndex: conflict.yearIndex,
                before: conflict.theirs,
                after: conflict.mine,
              },
            ],
          })
        }}
      />
      <div className={classes(styles.layout, panel && styles.withSide)}>
        <div className={styles.frame}>
          <table
            ref={grid}
            role="grid"
            className={styles.grid}
            aria-label={t('grid', { unit })}
            aria-multiselectable="true"
            onFocus={keys.onFocus}
            onKeyDown={keys.onKeyDown}
            onCopy={keys.onCopy}
            onPaste={keys.onPaste}
          >
            <thead>
              <tr>
                <th scope="col">{t('column.label')}</th>
                {data.years.map((year) => (
                  <th key={year} scope="col">
                    {year}
                  </th>
                ))}
                <th scope="col">{t('column.kind')}</th>
              </tr>
            </thead>
            {parts.map((part) => {
              const sum = totals.boards.find((board) => board.publicBoard === part.name)
              return (
                <tbody key={part.key}>
                  <BoardHead
                    name={part.name ?? t(part.key === 'financing' ? 'financing' : 'units')}
                    base={part.kind === 'publicBoard' ? (sum?.base ?? []) : []}
                    years={data.years}
                    decimals={data.decimals}
                    addHref={data.editable ? `${address}/new?section=${encodeURIComponent(part.key)}` : null}
                  />
                  {rowsOf(part)}
                  {part.kind === 'publicBoard' && sum && part.rows.length > 0 ? (
                    <SumRow
                      label={t('sum')}
                      sums={sum.sum}
                      changes={sum.adjustments}
                      years={data.years}
                      decimals={data.decimals}
                      name={part.key}
                      row={`sum:${part.name}`}
                    />
                  ) : null}
                </tbody>
              )
            })}
            <tbody>
              <SumRow
                grand
                label={t('appropriations')}
                sums={totals.appropriations}
                changes={totals.appropriations.map((each, index) =>
                  each.minus(totals.baseAppropriations[index]!),
                )}
                years={data.years}
                decimals={data.decimals}
                name="appropriations"
                row="total"
              />
              <SumRow
                grand
                label={t('baseResult')}
                sums={totals.baseResult}
                years={data.years}
                decimals={data.decimals}
                name="baseResult"
                row="baseResult"
              />
              <SumRow
                grand
                label={t('result')}
                sums={totals.result}
                changes={totals.result.map((each, index) => each.minus(totals.baseResult[index]!))}
                years={data.years}
                decimals={data.decimals}
                name="result"
                row="ownResult"
              />
            </tbody>
          </table>
        </div>
        {panel ? (
          <FigurePanel
            key={`${panel.rowId} ${panel.year}`}
            address={address}
            rowId={panel.rowId}
            year={panel.year}
            decimals={data.decimals}
            close={() => setPanel(null)}
          />
        ) : null}
      </div>
      <Disclosure summary={t('keys')}>
        <ul>
          {(['keys.move', 'keys.edit', 'keys.copy', 'keys.undo', 'keys.row'] as const).map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
      </Disclosure>
    </Explaining>
  )
}

function columnsOf(keys: readonly string[], rowId: string): string {
  return keys
    .filter((key) => key.startsWith(`${rowId} `))
    .map((key) => key.slice(rowId.length + 1))
    .join(' ')
}

function PasteNotice({ result }: { result: PasteResult | null }) {
  const t = useTexts(workbenchTexts)
  if (!result) return null
  if (result.ok) {
    return (
      <p className="visually-hidden" role="status">
        {t('paste.done', { count: result.cells.length })}
      </p>
    )
  }
  const first = result.unread[0]
  return (
    <Notice tone="bad" live>
      <p>
        {t('paste.unread', {
          count: result.unread.length,
          text: first?.text ?? '',
          line: first?.line ?? 1,
          column: first?.column ?? 1,
        })}
      </p>
    </Notice>
  )
}

function Conflicts({
  data,
  conflicts,
  settle,
}: {
  data: WorkbenchData
  conflicts: readonly Conflict[]
  settle: (conflict: Conflict, keepMine: boolean) => void
}) {
  const t = useTexts(workbenchTexts)
  const language = useLanguage()
  const show = (text: string | null) => (text === null ? t('cell.blank') : showAmount(text, data.decimals))
  return conflicts.map((conflict) => {
    const row = data.rows.find((each) => each.id === conflict.rowId)
    const time = new Date(conflict.changedAt).toLocaleTimeString(language === 'sv' ? 'sv-SE' : 'en-GB', {
      hour: '2-digit',
      minute: '2-digit',
    })
    return (
      <Notice
        key={`${conflict.rowId} ${conflict.yearIndex}`}
        tone="warn"
        live
        title={t('conflict.title', { name: conflict.changedBy })}
      >
        <p>
          {t('conflict.row', { label: row?.label ?? '', year: String(data.years[conflict.yearIndex] ?? '') })}
          :{' '}
          {t('conflict.text', {
            mine: show(conflict.mine),
            name: conflict.changedBy,
            theirs: show(conflict.theirs),
          })}{' '}
          ({time})
        </p>
        <div className={styles.toolbar}>
          <Button type="button" small onClick={() => settle(conflict, true)}>
            {t('conflict.keepMine')}
          </Button>
          <Button type="button" small onClick={() => settle(conflict, false)}>
            {t('conflict.takeTheirs', { name: conflict.changedBy })}
          </Button>
        </div>
      </Notice>
    )
  })
}
