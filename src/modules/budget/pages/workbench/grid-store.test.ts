import { afterEach, expect, it, vi } from 'vitest'
import { GridStore } from './grid-store.ts'
import type { WorkbenchData } from './workbench-data.ts'

const data = (amount: string, revision: number) =>
  ({
    years: [2025],
    rows: [{ id: '1', label: '', revision: 1, cells: [{ amount, revision }] }],
  }) as unknown as WorkbenchData

afterEach(() => vi.unstubAllGlobals())

it('does not let a word from before a change was saved write over it', async () => {
  const words: ((answer: Response) => void)[] = []
  vi.stubGlobal('fetch', (address: string) =>
    address.endsWith('/changes')
      ? Promise.resolve(
          Response.json({ outcome: 'saved', cells: [{ adjustmentId: '1', year: 2025, revision: 2 }] }),
        )
      : new Promise<Response>((resolve) => words.push(resolve)),
  )
  const store = new GridStore(data('30', 1), '/workbench')
  const shown = () => store.grid().data.rows[0]?.cells[0]?.amount
  // Somebody else's change is told of, and asked about …
  const asked = store.reload()
  // … while one's own is written and saved.
  store.dispatch({
    type: 'do',
    change: { kind: 'amounts', cells: [{ rowId: '1', yearIndex: 0, before: '30', after: '31.5' }] },
  })
  await vi.waitFor(() => expect(store.grid().unsaved).toEqual([]))
  words[0]?.(Response.json(data('30', 1)))
  await asked
  expect(shown()).toBe('31.5')
  // The newer word, asked for instead.
  await vi.waitFor(() => expect(words).toHaveLength(2))
  words[1]?.(Response.json(data('31.5', 2)))
  await vi.waitFor(() => expect(store.grid().data.rows[0]?.cells[0]?.revision).toBe(2))
  expect(shown()).toBe('31.5')
})
