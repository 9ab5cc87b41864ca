import { describe, expect, test } from 'vitest'
import { readColumnLabel } from './column-label.ts'

function point(at: { kind: string | null; year: number }): string {
  return `${at.kind ?? '?'} ${at.year}`
}

/** `budget 2025`, `change budget 2024 > budget 2025`, `scenario -0.03`, `? 2025`. */
function read(label: string): string {
  const { kind, year, compares, shift } = readColumnLabel(label)
  const parts = [
    kind ?? '?',
    year,
    compares && `${point(compares.from)} > ${point(compares.to)}`,
    shift?.toString(),
  ]
  return parts.filter((part) => part !== null && part !== undefined).join(' ')
}

describe('readColumnLabel', () => {
  test.each([
    ['Budget 2025', 'budget 2025'],
    ['BUDGET 2025', 'budget 2025'],
    ['Budget\n2025', 'budget 2025'],
    ['2025 Budget', 'budget 2025'],
    ['Bu 25', 'budget 2025'],
    ['Bu25', 'budget 2025'],
    ['B25', 'budget 2025'],
    ['B 2025', 'budget 2025'],
    ['Budget -25', 'budget 2025'],
    ['Förslag till budget 2025', 'budget 2025'],
    ['Årsbudget 2024', 'budget 2024'],
    ['Budgetram 2026', 'budget 2026'],
    ['Anslag 2025', 'budget 2025'],
    ['Utfall 2023', 'outcome 2023'],
    ['Bokslut 2023', 'outcome 2023'],
    ['UT 2023', 'outcome 2023'],
    ['Boksl. 2023', 'outcome 2023'],
    ['Prognos 2024', 'forecast 2024'],
    ['Helårsprognos 2024', 'forecast 2024'],
    ['P 2026', 'plan 2026'],
    ['Plan 2026', 'plan 2026'],
    ['VP 2027', 'plan 2027'],
    ['Ekonomisk plan 2027', 'plan 2027'],
    ['Ändring B25/B24', 'change budget 2024 > budget 2025'],
    ['Ändring Bu25/Bu24', 'change budget 2024 > budget 2025'],
    ['Förändring 24-25 %', 'change ? 2024 > ? 2025'],
    ['Förändring 2024–2025', 'change ? 2024 > ? 2025'],
    ['Avvikelse prognos 2024 / budget 2024', 'change budget 2024 > forecast 2024'],
    ['Diff', 'change'],
    ['+1%', 'scenario 0.01'],
    ['-3%', 'scenario -0.03'],
    ['−0,5 %', 'scenario -0.005'],
    ['V-tillägg 2025', 'addition 2025'],
    ['v_tillagg_2025', 'addition 2025'],
    ['Tillägg 2025', 'addition 2025'],
    ['y2025', '? 2025'],
    ['2025', '? 2025'],
    ['År 2025', '? 2025'],
    ['Benämning', '?'],
    ['Mkr', '?'],
    ['', '?'],
    ['31 dec 2023', '? 2023'],
  ])('%j says %s', (label, expected) => {
    expect(read(label)).toBe(expected)
  })

  test('is less sure the less is said', () => {
    const sure = ['Budget 2025', 'B25', 'P 2026', '2025', 'Benämning'].map(
      (label) => readColumnLabel(label).confidence,
    )
    expect(sure).toEqual(sure.toSorted((a, b) => b - a))
    expect(sure.at(-1)).toBe(0)
  })
})
