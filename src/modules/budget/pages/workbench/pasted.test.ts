import { describe, expect, it } from 'vitest'
import { covered, moved, tabbed } from './grid-position.ts'
import { copied, paste } from './pasted.ts'
import type { WorkbenchRow } from './workbench-data.ts'

function row(id: string, amounts: (string | null)[]): WorkbenchRow {
  const cells = amounts.map((amount) => ({ amount, revision: 0, changedBy: '', changedAt: '' }))
  return { id, boardId: 'a', kind: 'reform', label: `Rad ${id}`, revision: 1, cells }
}

const rows = [row('1', ['1', null, null]), row('2', ['2', '3', null]), row('3', [null, null, null])]
const order = ['1', '2', '3']
const at = (rowId: string, column: number) => ({ rowId, column })
const one = (rowId: string, column: number) => ({ from: at(rowId, column), to: at(rowId, column) })

describe('pasting from a spreadsheet', () => {
  it('lays the table over the grid from the chosen cell on', () => {
    expect(paste('10,5\t−3\r\n1 200\t\r\n', one('1', 1), rows, order)).toEqual({
      ok: true,
      cells: [
        { rowId: '1', yearIndex: 1, before: null, after: '10.5' },
        { rowId: '1', yearIndex: 2, before: null, after: '-3' },
        { rowId: '2', yearIndex: 1, before: '3', after: '1200' },
      ],
    })
  })

  it('fills a selection with one amount', () => {
    const selection = { from: at('1', 1), to: at('3', 2) }
    const result = paste('7', selection, rows, order)
    expect(result.ok && result.cells).toHaveLength(6)
  })

  it('leaves out what goes outside the grid', () => {
    const result = paste('1\t2\t3\t4\n5\t6', one('3', 2), rows, order)
    expect(result).toEqual({ ok: true, cells: [{ rowId: '3', yearIndex: 2, before: null, after: '1' }] })
  })

  it('writes nothing at all when one cell is no amount, and says which', () => {
    expect(paste('1\tcirka 5\n2\t3', one('1', 0), rows, order)).toEqual({
      ok: false,
      unread: [{ line: 1, column: 2, text: 'cirka 5' }],
    })
  })

  it('gives a selection back as a spreadsheet takes it', () => {
    expect(copied({ from: at('2', 1), to: at('1', -1) }, rows, order)).toBe('Rad 1\t1\t\nRad 2\t2\t3')
  })
})

describe('moving in the grid', () => {
  it.each([
    [at('2', 0), 'up', at('1', 0)],
    [at('1', 0), 'up', at('1', 0)],
    [at('1', 2), 'right', at('1', 2)],
    [at('1', 0), 'left', at('1', -1)],
    [at('2', 1), 'first', at('1', -1)],
    [at('2', 1), 'last', at('3', 2)],
    [at('2', 1), 'pageDown', at('3', 1)],
  ] as const)('%o %s leads to %o', (from, move, to) => {
    expect(moved(from, move, order, 3)).toEqual(to)
  })

  it('goes on to the next row with Tab, and leaves the grid at its end', () => {
    expect(tabbed(at('1', 2), false, order, 3)).toEqual(at('2', -1))
    expect(tabbed(at('2', -1), true, order, 3)).toEqual(at('1', 2))
    expect(tabbed(at('3', 2), false, order, 3)).toBeNull()
  })

  it('covers the rectangle between two corners, whichever comes first', () => {
    expect(covered({ from: at('3', 2), to: at('2', 0) }, order)).toEqual({
      rowIds: ['2', '3'],
      columns: [0, 1, 2],
    })
  })
})
