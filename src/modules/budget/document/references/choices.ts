import type { Translate } from '#platform/i18n/texts.ts'
import type { documentTexts } from '../../messages/document.ts'
import { readText } from '../text/read-text.ts'
import { figureOf } from './read-references.ts'
import { codeOf, type ReferenceData } from './reference-data.ts'
import { statementNames, wordFor, type StatementName } from './vocabulary.ts'
import { figureText, tableText } from './write-reference.ts'

/** Something a text can refer to: how it is written, what it is, and what it prints now. */
export type ReferenceChoice = {
  label: string
  /** The reference, ready to be put into the text. */
  text: string
  /** What it prints today; null for a table. */
  printed: string | null
}

export const choiceGroups = ['results', 'changes', 'boards', 'tables', 'assignments', 'figures'] as const

export type ChoiceGroup = { group: (typeof choiceGroups)[number]; choices: ReferenceChoice[] }

type Words = Translate<Parameters<ReturnType<typeof documentTexts.in>>[0]>

/**
 * What a version's texts can refer to, each as it is written. What has no figure (a blank, a requirement nobody has
 * set) is left out: everything in the list can be used as it stands.
 * @param t what the choices are called, in the language of who writes
 * @param find words that the label must hold, or an empty text; the cells of all tables are listed only for words
 */
export function referenceChoices(data: ReferenceData, t: Words, find = ''): ChoiceGroup[] {
  const words = find.toLowerCase().split(/\s+/u).filter(Boolean)
  const sought = ({ label }: { label: string }) => words.every((word) => label.toLowerCase().includes(word))
  const groups: Record<ChoiceGroup['group'], ReferenceChoice[]> = {
    results: results(data, t),
    changes: changes(data, t),
    boards: boards(data, t),
    tables: tables(data, t),
    assignments: assignments(data),
    figures: words.length === 0 ? [] : figures(data, sought),
  }
  return choiceGroups
    .map((group) => ({ group, choices: groups[group].filter(sought) }))
    .filter(({ choices }) => choices.length > 0)
}

function results(data: ReferenceData, t: Words): ReferenceChoice[] {
  return (['result', 'baseResult', 'requirement', 'tax'] as const).flatMap((name) =>
    data.years.flatMap((year) =>
      figure(t(`choice.${name}`, { year: String(year) }), figureText(name, '', { year: String(year) }), data),
    ),
  )
}

function changes(data: ReferenceData, t: Words): ReferenceChoice[] {
  return data.rows.flatMap((row) => {
    const code = codeOf(row.id)
    return [
      ...figure(
        t('choice.everyYear', { label: row.label }),
        figureText('amount', row.label, { row: code }),
        data,
      ),
      ...data.years.flatMap((year) =>
        figure(
          `${row.label} ${year}`,
          figureText('amount', row.label, { row: code, year: String(year) }),
          data,
        ),
      ),
      ...(row.ore === null
        ? []
        : figure(
            t('choice.ore', { label: row.label }),
            figureText('taxStep', row.label, { row: code }),
            data,
          )),
    ]
  })
}

function boards(data: ReferenceData, t: Words): ReferenceChoice[] {
  const all = [{ slug: null, name: t('choice.everyBoard') }, ...data.boards]
  return all.flatMap(({ slug, name }) =>
    (['sum', 'base', 'change'] as const).flatMap((part) =>
      data.years.flatMap((year) =>
        figure(
          t(`choice.${part}`, { board: name, year: String(year) }),
          figureText(part, slug === null ? '' : name, {
            ...(slug === null ? {} : { board: slug }),
            year: String(year),
          }),
          data,
        ),
      ),
    ),
  )
}

function tables(data: ReferenceData, t: Words): ReferenceChoice[] {
  const kinds = Object.keys(statementNames) as StatementName[]
  return [
    { label: t('part.path'), text: tableText('result', '', {}), printed: null },
    ...kinds.flatMap((kind) => {
      const table = data.tables.find((each) => each.kind === kind)
      if (!table) return []
      const word = wordFor(statementNames, kind)
      return [{ label: table.title, text: tableText('table', '', { statement: word }), printed: null }]
    }),
    ...data.boards.map(({ slug, name }) => ({
      label: t('table.boardAdjustments', { board: name }),
      text: tableText('table', name, { board: slug }),
      printed: null,
    })),
    ...data.units.map(({ slug, name }) => ({
      label: t('table.unitResult', { body: name }),
      text: tableText('table', name, { unitOf: slug }),
      printed: null,
    })),
    ...data.chapters.flatMap((chapter) => [
      {
        label: t('table.chapterAdjustments', { chapter }),
        text: tableText('adjustments', '', { chapter }),
        printed: null,
      },
      {
        label: t('choice.chapterAssignments', { chapter }),
        text: tableText('assignments', '', { chapter }),
        printed: null,
      },
    ]),
  ]
}

function assignments(data: ReferenceData): ReferenceChoice[] {
  return data.assignments.flatMap(({ id, label }) =>
    figure(label, figureText('assignment', '', { assignment: codeOf(id) }), data),
  )
}

/** Every figure of every statement, for those who search. */
function figures(data: ReferenceData, sought: (choice: { label: string }) => boolean): ReferenceChoice[] {
  return data.tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      table.columns.flatMap((column) => {
        const label = `${table.title}: ${row.label}, ${column.label}`
        if (!sought({ label })) return []
        const attributes = { table: table.key, row: row.key, column: column.key }
        return figure(label, figureText('figure', row.label, attributes), data)
      }),
    ),
  )
}

/** The choice, read and resolved as a text with it would be; nothing when it has no figure. */
function figure(label: string, text: string, data: ReferenceData): ReferenceChoice[] {
  const [block] = readText(text).blocks
  const [inline] = block?.kind === 'paragraph' ? block.children : []
  const resolved = inline?.kind === 'figure' ? figureOf(inline.figure, data) : null
  return resolved?.ok ? [{ label, text, printed: resolved.value.printed }] : []
}
