import { describe, expect, test } from 'vitest'
import { line, memo, ofWhich, section, sum, table, type RowOf } from '../testing/book.fixture.ts'
import { viewOf } from '../view.ts'
import { inferSums } from './sums.ts'

const years = 'Budget 2025 | Plan 2026 | Plan 2027'

/** How the sums of a table are read: `Summa = A + B − C`. */
function read(rows: readonly (RowOf | RowOf[])[], columns = years): string[] {
  const view = viewOf(table('other', columns, rows), 6)
  return inferSums(view).map(({ target, terms, doubtful }) => {
    const signed = terms.map(
      ({ row, factor }) => `${factor * target.factor < 0 ? '−' : '+'} ${row.row.label}`,
    )
    return `${target.row.row.label} = ${signed.join(' ').replace(/^\+ /u, '')}${doubtful ? ' (?)' : ''}`
  })
}

const mostlyZeros = [
  section(
    'Kultur',
    line('Nämnden', null, '0', '0', '0'),
    line('Bolaget', null, '0', '0', '0'),
    sum('Kultur totalt', null, '0', '0', '0'),
  ),
  section('Vård', line('Sjukhus', null, '5', '6', '7'), sum('Vård totalt', null, '5', '6', '7')),
  sum('Totalt', null, '5', '6', '7'),
]

/** A line of its own that is 0 in most years, and sections after it. */
const properties = (first: string): (RowOf | RowOf[])[] => [
  line('Kansliet', null, '0', '123', '0'),
  section(
    'Fastigheter',
    line('Nämnden', null, '494', first, '625'),
    line('Bolaget', null, '4', '54', '3'),
    sum('Fastigheter totalt', null, '498', '657', '628'),
  ),
  section(
    'Kultur',
    line('Film', null, '1', '2', '3'),
    line('Scen', null, '4', '5', '6'),
    sum('Kultur totalt', null, '5', '7', '9'),
  ),
  sum('Totalt', null, '503', '787', '637'),
]

describe('which rows a sum adds', () => {
  test.each<[string, (RowOf | RowOf[])[], string[]]>([
    [
      'the lines since the last sum',
      [
        line('A', null, '1', '2', '3'),
        line('B', null, '4', '5', '6'),
        sum('AB', null, '5', '7', '9'),
        line('C', null, '7', '8', '9'),
        line('D', null, '1', '1', '1'),
        sum('CD', null, '8', '9', '10'),
      ],
      ['AB = A + B', 'CD = C + D'],
    ],
    [
      'a running total adds the sum before it',
      [
        line('Intäkter', null, '100', '110', '120'),
        line('Lön', null, '-60', '-62', '-63'),
        line('Hyra', null, '-30', '-30', '-31'),
        sum('Netto', null, '10', '18', '26'),
        line('Skatt', null, '20', '21', '22'),
        line('Bidrag', null, '5', '5', '5'),
        sum('Resultat', null, '35', '44', '53'),
      ],
      ['Netto = Intäkter + Lön + Hyra', 'Resultat = Netto + Skatt + Bidrag'],
    ],
    [
      'sections and what stands outside them make the grand total',
      [
        section(
          'Vård',
          line('A', null, '1', '2', '3'),
          line('B', null, '4', '5', '6'),
          sum('Vård totalt', null, '5', '7', '9'),
        ),
        line('Kansliet', null, '10', '11', '12'),
        section(
          'Trafik',
          line('C', null, '20', '21', '22'),
          line('D', null, '0', '0', '1'),
          sum('Trafik totalt', null, '20', '21', '23'),
        ),
        sum('Totalt', null, '35', '39', '44'),
      ],
      ['Vård totalt = A + B', 'Trafik totalt = C + D', 'Totalt = Vård totalt + Kansliet + Trafik totalt'],
    ],
    [
      'a line that is part of the line above it is not added again',
      [
        section(
          'Trafik',
          line('Trafiknämnden', null, '-254', '180', '904'),
          ofWhich('varav förvaltning', null, '41', '60', '109'),
          ofWhich('varav färdtjänst', null, '4', '3', '3'),
          line('Bolaget', null, '-299', '117', '792'),
          ofWhich('varav dotterbolag', null, '0', '0', '0'),
          sum('Trafik totalt', null, '-254', '180', '904'),
        ),
      ],
      ['Trafik totalt = Trafiknämnden'],
    ],
    [
      'memo rows and of-which rows are beside it',
      [
        line('A', null, '10', '20', '30'),
        ofWhich('varav B', null, '5', '6', '7'),
        memo('Jämförelse', null, '99', '99', '99'),
        line('C', null, '1', '1', '1'),
        sum('Summa', null, '11', '21', '31'),
      ],
      ['Summa = A + C'],
    ],
    [
      'costs printed without their sign are taken away',
      [
        line('Intäkter', 'unitIncome', '100', '110', '120'),
        line('Personal', 'unitCostLine', '60', '62', '63'),
        line('Lokaler', 'unitCostLine', '30', '31', '32'),
        sum('Kostnader', 'unitCosts', '90', '93', '95'),
        sum('Resultat', 'unitResult', '10', '17', '25'),
      ],
      ['Kostnader = Personal + Lokaler', 'Resultat = Intäkter − Kostnader'],
    ],
    [
      'a sum that stands above its lines',
      [
        sum('Investeringar', null, '30', '33', '36'),
        line('Nya', null, '10', '11', '12'),
        line('Ersättning', null, '20', '22', '24'),
      ],
      ['Investeringar = Nya + Ersättning'],
    ],
    [
      'a difference of two rows without known roles',
      [
        line('In', null, '100', '110', '120'),
        line('Ut', null, '80', '85', '90'),
        sum('Netto', null, '20', '25', '30'),
      ],
      ['Netto = In − Ut'],
    ],
    [
      'a total printed after a single other row is not its sum',
      [
        line('Intäkter', 'unitIncome', '100', '110', '120'),
        sum('Kostnader', 'unitCosts', '-90', '-95', '-99'),
      ],
      [],
    ],
    [
      'rows that add up in no column are doubted',
      [
        line('A', null, '10', '20', '30'),
        line('B', null, '5', '6', '7'),
        sum('Summa', null, '99', '88', '77'),
      ],
      ['Summa = A + B (?)'],
    ],
  ])('%s', (_, rows, expected) => {
    expect(read(rows)).toEqual(expected)
  })

  test('one wrong figure never changes how a table is read', () => {
    const straight = read(mostlyZeros)
    for (const [at, group] of mostlyZeros.entries()) {
      for (const one of [group].flat()) {
        const printed = one.printed.with(1, '42')
        const changed = mostlyZeros.map((each, order) =>
          order === at ? [each].flat().map((row) => (row === one ? { ...row, printed } : row)) : each,
        )
        expect(read(changed)).toEqual(straight)
      }
    }
  })

  test('a figure that is wrong by much does not draw rows of other sections into a sum', () => {
    expect(read(properties('-631'))).toEqual(read(properties('603')))
  })

  test('one column is enough where the table leaves one reading', () => {
    const rows = [line('A', null, '10'), line('B', null, '5'), sum('Summa', null, '16,9')]
    expect(read(rows, 'Budget 2025')).toEqual(['Summa = A + B'])
  })
})
