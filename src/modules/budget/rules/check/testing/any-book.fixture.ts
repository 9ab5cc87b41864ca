import fc from 'fast-check'
import type { Book, RowKind, TableKind } from '../../book.ts'
import { roles, type Role } from '../../roles.ts'
import { assignment, book, table } from './book.fixture.ts'

const kinds: TableKind[] = [
  'incomeStatement',
  'taxRevenue',
  'appropriations',
  'resultRequirements',
  'unitResult',
  'sensitivityAnalysis',
  'balanceSheet',
  'cashFlow',
  'financingBudget',
  'adjustmentSummary',
  'chapterAdjustments',
  'other',
]
const columns = fc.constantFrom(
  'Utfall 2023 | Prognos 2024 | Budget 2025 | Plan 2026 | Plan 2027',
  'Tillägg 2025 | Budget 2025 | Plan 2026',
  'Budget 2024 | Prognos 2024 | Budget 2025 | Förändring Budget 2024 > Budget 2025',
  '−1 % | Budget 2025 | +1 %',
  'Budget 2025',
)
const printed = fc.constantFrom(
  '',
  '∅',
  '0',
  '−0',
  '5',
  '-5',
  '1 234',
  '1 234,5',
  '-0,1',
  '12,5 %',
  '0,0 %',
  '99999999999999999999999',
)
const anyRow = fc.record({
  kind: fc.constantFrom<RowKind>('line', 'sum', 'ofWhich', 'memo'),
  label: fc.constantFrom('Kulturnämnden', 'Summa', 'varav anslag', 'Höjning 5 öre', '', '–', 'AB'),
  role: fc.option(fc.constantFrom<Role>(...roles), { nil: null }),
  printed: fc.array(printed, { maxLength: 5 }),
  section: fc.option(fc.constantFrom('Kulturnämnden', 'Trafik'), { nil: null }),
  level: fc.nat({ max: 3 }),
})
const anyTable = fc
  .record({
    kind: fc.constantFrom(...kinds),
    columns,
    rows: fc.array(anyRow, { maxLength: 14 }),
    body: fc.option(fc.constantFrom('Kulturnämnden', 'X AB', ''), { nil: null }),
  })
  .map(({ kind, columns: headings, rows, body }) => ({ kind, headings, rows, body }))
/** Any book at all, most of them nonsense. */
export const anyBook: fc.Arbitrary<Book> = fc.array(anyTable, { maxLength: 6 }).map((tables) =>
  book(
    tables.map(({ kind, headings, rows, body }, at) => table(kind, headings, rows, { key: `t${at}`, body })),
    { assignments: [assignment('A1', 'Kulturnämnden', 'Kulturnämnden anslag', '5 mnkr')] },
  ),
)
