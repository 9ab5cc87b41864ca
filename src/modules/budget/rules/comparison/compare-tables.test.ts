import { describe, expect, test } from 'vitest'
import { deriveFrom } from '../statements/derive.ts'
import {
  example,
  exampleBase,
  exampleSettings,
  exampleVersion,
  tableWith,
} from '../statements/testing/example.ts'
import { compareTables } from './compare-tables.ts'

const taken = exampleBase()

describe('two prints of one statement', () => {
  test('base and ours, row by row', () => {
    const ours = deriveFrom(taken.base, exampleVersion()).tables
    const rows = compareTables(
      tableWith(taken.tables, 'resultatrakning'),
      tableWith(ours, 'resultatrakning'),
      exampleSettings,
    )
    const differing = rows.flatMap((row) =>
      row.years.some((year) => !year.difference?.isZero())
        ? [[row.label, ...row.years.map((year) => year.difference?.toString())]]
        : [],
    )
    expect(differing).toEqual([
      ['Verksamhetens intäkter', '-481', '-491', '-491'],
      ['Personalkostnader och inhyrd personal', '-78', '-256', '-256'],
      ['Köpt hälso- och sjukvård, tandvård, mm.', '-311', '-311', '-311'],
      ['Köpt trafik', '-204', '-837', '-829'],
      ['Övriga kostnader', '-54', '-178', '-178'],
      ['Verksamhetens kostnader', '-647', '-1582', '-1574'],
      ['Verksamhetens nettokostnader', '-1128', '-2073', '-2065'],
      ['Skatteintäkter', '1261', '2204', '2303'],
      ['Summa samlade skatteintäkter', '1261', '2204', '2303'],
      ['Verksamhetens resultat', '133', '131', '238'],
      ['Årets resultat', '133', '131', '238'],
    ])
  })

  test('another document, by role where the words differ; what only one has stands alone', () => {
    const [taxes, statement] = [
      tableWith(example.tables, 'skatteintakter'),
      tableWith(example.tables, 'resultatrakning'),
    ]
    const rows = compareTables(taxes, statement, exampleSettings)
    expect(rows.find((row) => row.label === 'Kommunalekonomisk utjämning')?.second?.label).toBe(
      'Utjämningssystemet',
    )
    expect(rows.find((row) => row.label === 'varav läkemedelsförmånen')?.second).toBeNull()
    expect(rows.find((row) => row.label === 'Köpt trafik')?.first).toBeNull()
    expect(rows.find((row) => row.label === 'Köpt trafik')?.years[0]).toMatchObject({
      first: null,
      difference: null,
    })
  })
})
