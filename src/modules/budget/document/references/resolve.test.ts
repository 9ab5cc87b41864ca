import { describe, expect, it } from 'vitest'
import { documentTexts } from '../../messages/document.ts'
import { buildDocument, type BuiltDocument } from '../model/build-document.ts'
import { exampleStoredBook, testId } from '../testing/example-stored-book.ts'
import { readText } from '../text/read-text.ts'
import { referenceChoices } from './choices.ts'
import { figureOf, tableOf } from './read-references.ts'
import { codeOf, type ReferenceData } from './reference-data.ts'

const frame = {
  organisation: 'Provdistriktet',
  colophon: { edition: 0, date: '2026-11-22', signOffs: [], program: 'Kansli' },
  files: ['adjustments.csv'],
}

const step = testId(6, 1)
const gone = testId(1, 900)
const goneAssignment = testId(4, 900)
const book = exampleStoredBook((version) => {
  version.taxSteps = [
    { id: step, originId: null, label: 'Prov', ore: { 2025: '5', 2027: '7.5' }, revision: 1 },
  ]
  version.taxBase = [2025, 2026, 2027].map((year) => ({ year, amount: '840000', revision: 1 }))
})
const built: BuiltDocument = buildDocument(book, book.versions[0]!, {
  ...frame,
  removed: {
    rows: [{ id: gone, label: 'Borttagen rad' }],
    assignments: [{ id: goneAssignment, label: 'Borttaget uppdrag' }],
  },
})
const { data } = built
const adjustment = (begins: string) => codeOf(data.rows.find((row) => row.label.startsWith(begins))!.id)

/** What a reference prints, or the key of what is wrong with it. */
function said(text: string, from: ReferenceData = data): string {
  const [block] = readText(text).blocks
  if (block?.kind === 'table') {
    const result = tableOf(block.table, from)
    return result.ok ? JSON.stringify(result.value) : result.fault.key
  }
  const [inline] = block?.kind === 'paragraph' ? block.children : []
  if (inline?.kind !== 'figure') return 'no reference'
  const result = figureOf(inline.figure, from)
  return result.ok ? result.value.printed.replaceAll('\u00a0', ' ') : result.fault.key
}

describe('a reference in running text', () => {
  const tram = adjustment('Tågvärdar')
  const growing = adjustment('Färre ordningsvakter')
  const blank = adjustment('Färdplan Egen regi')
  const cases: [string, string][] = [
    [`:belopp{rad=${tram} år=2025}`, '75 mnkr'],
    [`:belopp{rad=${tram}}`, '75 mnkr per år'],
    [`:belopp{rad=${tram} år=totalt}`, '225 mnkr'],
    [`:amount{row=${tram} year=2025}`, '75 mnkr'],
    [`:belopp{rad=${tram.toUpperCase()} ar=2025}`, '75 mnkr'],
    [`:belopp{rad=${tram} år=2025 visa=tal}`, '75'],
    [`:belopp{rad=${tram} år=2025 visa=tecken}`, '+75 mnkr'],
    [`:belopp{rad=${tram} år=2025 i=kr}`, '75 000 000 kr'],
    [`:belopp{rad=${tram} år=2025 i=mdkr decimaler=2}`, '0,08 mdkr'],
    [`:belopp{rad=${growing}}`, '−30 mnkr 2025, −45 mnkr 2026 och −60 mnkr 2027'],
    [`:belopp{rad=${growing} år=2025 visa=utan-tecken}`, '30 mnkr'],
    [`:belopp{rad=${blank}}`, '70 mnkr 2026 och 70 mnkr 2027'],
    [`:öre{rad=${codeOf(step)} år=2027}`, '7,5 öre'],
    [`:belopp{rad=${codeOf(step)} år=2025}`, '420 mnkr'],
    [':bas{nämnd=kulturnamnden år=2025}', '619,3 mnkr'],
    [':summa{nämnd=kulturnamnden år=2025}', '649,3 mnkr'],
    [':ändring{nämnd=kulturnamnden år=2025}', '30 mnkr'],
    [':ändring{år=2025 i=mdkr}', '1,1 mdkr'],
    [':krav{år=2026}', '2 384,8 mnkr'],
    [':siffra{tabell=anslag rad=kulturnamnden kolumn=2026}', '666,8 mnkr'],
    [':siffra{tabell=anslag rad=kulturnamnden kolumn=plan-2026}', '666,8 mnkr'],
    [`:uppdrag{uppdrag=${codeOf(testId(4, 0))}}`, 'Regionstyrelsen 1'],
  ]
  it.each(cases)('%s prints %s', (text, printed) => {
    expect(said(text)).toBe(printed)
  })

  const faults: [string, string][] = [
    [':blopp{rad=a}', 'unknownName'],
    [':tabell{nämnd=kulturnamnden}', 'onOwnLine'],
    [':belopp{}', 'missingAttribute'],
    [`:belopp{rad=${tram} färg=röd}`, 'unknownAttribute'],
    [`:belopp{rad=${tram} nämnd=kulturnamnden}`, 'unknownAttribute'],
    [`:belopp{rad=${tram} år=25}`, 'badValue'],
    [`:belopp{rad=${tram} år=2031}`, 'unknownYear'],
    [`:belopp{rad=${tram} visa=stort}`, 'badValue'],
    [`:belopp{rad=${tram} i=dollar}`, 'badValue'],
    [`:belopp{rad=${tram} decimaler=12}`, 'badValue'],
    [`:belopp{rad=${blank} år=2025}`, 'blank'],
    [':belopp{rad=deadbeef}', 'unknownRow'],
    [`:belopp{rad=${codeOf(gone)}}`, 'removedRow'],
    [`:öre{rad=${tram}}`, 'noTax'],
    [':summa{nämnd=ingen}', 'unknownBoard'],
    [':siffra{tabell=ingen rad=a kolumn=b}', 'unknownTable'],
    [':siffra{tabell=anslag rad=ingen kolumn=2025}', 'unknownTableRow'],
    [':siffra{tabell=anslag rad=kulturnamnden kolumn=1999}', 'unknownColumn'],
    [':siffra{tabell=anslag rad=kulturnamnden}', 'missingAttribute'],
    [':uppdrag{uppdrag=deadbeef}', 'unknownAssignment'],
    [`:uppdrag{uppdrag=${codeOf(goneAssignment)}}`, 'removedAssignment'],
  ]
  it.each(faults)('%s is told: %s', (text, key) => {
    expect(said(text)).toBe(key)
  })

  it('says that nobody has set a requirement, and that there is no tax to speak of', () => {
    const bare = exampleStoredBook((version) => {
      version.resultRequirements = []
    })
    const { data: without } = buildDocument(bare, bare.versions[0]!, frame)
    expect(said(':krav{}', without)).toBe('noRequirement')
    expect(said(':skatt{}', without)).toBe('noTax')
  })

  it('finds the row that its own was branched from, unless two come from it', () => {
    const branched = exampleStoredBook((version) => {
      for (const row of version.adjustments.slice(0, 1)) row.originId = testId(9, 1)
      for (const row of version.adjustments.slice(1, 3)) row.originId = testId(9, 2)
    })
    const { data: scenario } = buildDocument(branched, branched.versions[0]!, frame)
    expect(said(`:belopp{rad=${codeOf(testId(9, 1))} år=2025}`, scenario)).toBe('5 mnkr')
    expect(said(`:belopp{rad=${codeOf(testId(9, 2))} år=2025}`, scenario)).toBe('ambiguousRow')
  })
})

describe('a reference on a line of its own', () => {
  const cases: [string, string][] = [
    ['::tabell{nämnd=kulturnamnden}', '{"of":"board","board":"kulturnamnden"}'],
    ['::tabell{räkning=resultaträkning}', '{"of":"table","table":"resultatrakning"}'],
    ['::table{statement=incomeStatement}', '{"of":"table","table":"resultatrakning"}'],
    ['::tabell{tabell=anslag}', '{"of":"table","table":"anslag"}'],
    ['::tabell{enhet=skadekonto}', '{"of":"table","table":"resultat-per-enhet-skadekonto"}'],
    ['::resultat{}', '{"of":"result"}'],
    ['::ändringar{kapitel=3}', '{"of":"adjustments","board":null,"chapter":"3"}'],
    ['::uppdragen{nämnd=trafiknamnden}', '{"of":"assignments","board":"trafiknamnden","chapter":null}'],
    ['::uppdragen{nämnd=samtliga-bolag}', '{"of":"assignments","board":"samtliga-bolag","chapter":null}'],
  ]
  it.each(cases)('%s is %s', (text, table) => {
    expect(said(text)).toBe(table)
  })

  const faults: [string, string][] = [
    ['::belopp{rad=a}', 'inText'],
    ['::tabell{}', 'missingAttribute'],
    ['::tabell{nämnd=ingen}', 'unknownBoard'],
    ['::tabell{enhet=ingen}', 'unknownUnit'],
    ['::tabell{räkning=påhittad}', 'badValue'],
    ['::tabell{tabell=ingen}', 'unknownTable'],
    ['::ändringar{}', 'missingAttribute'],
    ['::ändringar{kapitel=99}', 'unknownChapter'],
    ['::uppdragen{nämnd=ingen}', 'unknownBoard'],
    ['::resultat{år=2025}', 'unknownAttribute'],
  ]
  it.each(faults)('%s is told: %s', (text, key) => {
    expect(said(text)).toBe(key)
  })
})

describe('the list of what can be referred to', () => {
  const groups = referenceChoices(data, documentTexts.in('sv'))

  it('offers only what prints what it says', () => {
    const choices = groups.flatMap((group) => group.choices)
    expect(choices.length).toBeGreaterThan(300)
    const figures = choices.filter(({ printed }) => printed !== null)
    expect(figures.map(({ text }) => said(text))).toEqual(
      figures.map(({ printed }) => printed!.replaceAll('\u00a0', ' ')),
    )
    const tables = choices.filter(({ printed }) => printed === null)
    expect(tables.filter(({ text }) => !said(text).includes('"of":'))).toEqual([])
  })

  it('goes through every figure of every statement for those who search', () => {
    const found = referenceChoices(data, documentTexts.in('sv'), 'skatteintäkter plan 2026')
    const figures = found.find(({ group }) => group === 'figures')?.choices ?? []
    expect(figures.length).toBeGreaterThan(3)
    for (const { label, text, printed } of figures) {
      expect(label.toLowerCase()).toContain('plan 2026')
      expect(said(text)).toBe(printed?.replaceAll('\u00a0', ' '))
    }
    expect(referenceChoices(data, documentTexts.in('sv'), 'finns inte')).toEqual([])
  })
})
