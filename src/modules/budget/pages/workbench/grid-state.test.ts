import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inverse, type Change } from './change.ts'
import { reduceGrid, startState, type GridState } from './grid-state.ts'
import type { WorkbenchData, WorkbenchRow } from './workbench-data.ts'

function row(id: string, amounts: (string | null)[], boardId = 'a'): WorkbenchRow {
  return {
    id,
    boardId,
    kind: 'reform',
    label: `Rad ${id}`,
    revision: 1,
    cells: amounts.map((amount) => ({
      amount,
      revision: amount === null ? 0 : 1,
      changedBy: '',
      changedAt: '',
    })),
  }
}

const data: WorkbenchData = {
  bookId: 'book',
  versionId: 'version',
  revision: '1',
  years: [2025, 2026],
  decimals: 1,
  editable: true,
  boards: [{ id: 'a', kind: 'publicBoard', name: 'Nämnd A', base: ['100', '110'] }],
  baseResult: ['10', '20'],
  rows: [row('1', ['5', null]), row('2', ['7', '8']), row('3', ['-4', '0'])],
  taxBase: [],
  taxSteps: [],
  requirements: [],
}

const write = (rowId: string, yearIndex: number, before: string | null, after: string | null): Change => ({
  kind: 'amounts',
  cells: [{ rowId, yearIndex, before, after }],
})

const amounts = (state: GridState) => state.data.rows.map((each) => each.cells.map((cell) => cell.amount))

describe('the grid', () => {
  it('shows a change at once and puts it in line to be saved', () => {
    const change = write('1', 1, null, '6')
    const state = reduceGrid(startState(data), { type: 'do', change })
    expect(amounts(state)).toEqual([
      ['5', '6'],
      ['7', '8'],
      ['-4', '0'],
    ])
    expect(state.unsaved).toEqual([change])
  })

  it('undoes and redoes, each as a change of its own', () => {
    let state = reduceGrid(startState(data), { type: 'do', change: write('1', 0, '5', '9') })
    state = reduceGrid(state, { type: 'undo' })
    expect(amounts(state)[0]).toEqual(['5', null])
    state = reduceGrid(state, { type: 'redo' })
    expect(amounts(state)[0]).toEqual(['9', null])
    expect(state.unsaved).toHaveLength(3)
  })

  it('keeps what is done again while the first of it still waits to be saved', () => {
    const first = write('1', 0, '5', '9')
    let state = reduceGrid(startState(data), { type: 'do', change: first })
    state = reduceGrid(state, { type: 'undo' })
    state = reduceGrid(state, { type: 'redo' })
    state = reduceGrid(state, { type: 'saved', change: first })
    expect(state.unsaved).toEqual([inverse(first), first])
  })

  it('has nothing to redo after something new was done', () => {
    let state = reduceGrid(startState(data), { type: 'do', change: write('1', 0, '5', '9') })
    state = reduceGrid(state, { type: 'undo' })
    state = reduceGrid(state, { type: 'do', change: write('2', 0, '7', '1') })
    expect(state.redo).toEqual([])
  })

  it('shows what others wrote and marks it, but keeps what is not saved yet on top', () => {
    const mine = reduceGrid(startState(data), { type: 'do', change: write('1', 0, '5', '9') })
    const theirs = { ...data, rows: [row('1', ['6', null]), row('2', ['7', '88']), row('3', ['-4', '0'])] }
    const state = reduceGrid(mine, { type: 'arrived', data: theirs })
    expect(amounts(state)).toEqual([
      ['9', null],
      ['7', '88'],
      ['-4', '0'],
    ])
    expect(state.fresh).toEqual(['2 1'])
  })

  it('takes a refused change back, shows theirs and asks', () => {
    const change = write('2', 0, '7', '70')
    const written = reduceGrid(startState(data), { type: 'do', change })
    const conflict = { rowId: '2', yearIndex: 0, mine: '70', theirs: '77', changedBy: 'Anna', changedAt: '' }
    const state = reduceGrid(written, {
      type: 'refused',
      change,
      conflicts: [conflict],
      revisions: [{ rowId: '2', yearIndex: 0, revision: 4 }],
    })
    expect(state.data.rows[1]?.cells[0]).toMatchObject({ amount: '77', revision: 4 })
    expect(state.conflicts).toEqual([conflict])
    expect(state.unsaved).toEqual([])
    expect(state.undo).toEqual([])
  })

  it('keeps the rest of a pasted block when one of its cells is refused', () => {
    const pasted: Change = {
      kind: 'amounts',
      cells: [
        { rowId: '1', yearIndex: 0, before: '5', after: '50' },
        { rowId: '2', yearIndex: 0, before: '7', after: '70' },
      ],
    }
    const conflict = { rowId: '2', yearIndex: 0, mine: '70', theirs: '77', changedBy: 'Anna', changedAt: '' }
    const state = reduceGrid(reduceGrid(startState(data), { type: 'do', change: pasted }), {
      type: 'refused',
      change: pasted,
      conflicts: [conflict],
      revisions: [{ rowId: '2', yearIndex: 0, revision: 4 }],
    })
    expect([state.data.rows[0]?.cells[0]?.amount, state.data.rows[1]?.cells[0]?.amount]).toEqual(['50', '77'])
    const rest = { kind: 'amounts', cells: [pasted.cells[0]] }
    expect([state.unsaved, state.undo]).toEqual([[rest], [rest]])
    expect(state.conflicts).toEqual([conflict])
    expect(reduceGrid(state, { type: 'undo' }).data.rows[0]?.cells[0]?.amount).toBe('5')
  })

  it('learns the new revision when a change was saved', () => {
    const change = write('1', 0, '5', '9')
    const written = reduceGrid(startState(data), { type: 'do', change })
    const state = reduceGrid(written, {
      type: 'saved',
      change,
      cells: [{ rowId: '1', yearIndex: 0, revision: 2 }],
    })
    expect(state.data.rows[0]?.cells[0]).toMatchObject({ amount: '9', revision: 2 })
    expect(state.unsaved).toEqual([])
  })

  it('moves rows and takes them away and back', () => {
    let state = reduceGrid(startState(data), {
      type: 'do',
      change: { kind: 'order', before: ['1', '2', '3'], after: ['3', '1', '2'] },
    })
    expect(state.data.rows.map((each) => each.id)).toEqual(['3', '1', '2'])
    state = reduceGrid(state, { type: 'do', change: { kind: 'removal', rowId: '1', removed: true } })
    expect(state.data.rows.map((each) => each.id)).toEqual(['3', '2'])
    state = reduceGrid(state, { type: 'undo' })
    expect(state.data.rows.map((each) => each.id).sort()).toEqual(['1', '2', '3'])
  })

  it('comes back to where it was when everything is undone, whatever was done', () => {
    const changes = fc.array(
      fc.oneof(
        fc.record({
          row: fc.constantFrom('1', '2', '3'),
          year: fc.nat(1),
          amount: fc.option(fc.integer().map(String)),
        }),
        fc.record({ row: fc.constantFrom('1', '2', '3'), label: fc.string({ minLength: 1 }) }),
        fc.shuffledSubarray(['1', '2', '3'], { minLength: 3 }),
      ),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(changes, (steps) => {
        let state = startState(data)
        for (const step of steps) state = reduceGrid(state, { type: 'do', change: toChange(step, state) })
        for (const _ of steps) state = reduceGrid(state, { type: 'undo' })
        expect(state.data).toEqual(data)
      }),
    )
  })

  it('has an inverse for every change', () => {
    const change = write('1', 0, '5', null)
    expect(inverse(inverse(change))).toEqual(change)
  })
})

type Step = string[] | { row: string; year: number; amount: string | null } | { row: string; label: string }

function toChange(step: Step, state: GridState): Change {
  if (Array.isArray(step))
    return { kind: 'order', before: state.data.rows.map((each) => each.id), after: step }
  const now = state.data.rows.find((each) => each.id === step.row)!
  if ('label' in step) return { kind: 'label', rowId: step.row, before: now.label, after: step.label }
  return write(step.row, step.year, now.cells[step.year]!.amount, step.amount)
}
