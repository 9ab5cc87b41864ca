import { documentTexts } from '../../messages/document.ts'
import type { DocumentAssignment, DocumentModel, ResultYear, Source } from '../model/document.ts'
import { joined } from '../references/print-figure.ts'

const t = documentTexts.in('sv')

/** The rows of the table of results: each year's figures, in this order. */
export const resultRows = [
  { key: 'base', label: t('row.baseResult'), kind: 'line' },
  { key: 'financing', label: t('row.financing'), kind: 'line' },
  { key: 'requirements', label: t('row.requirements'), kind: 'line' },
  { key: 'appropriations', label: t('row.appropriations'), kind: 'line' },
  { key: 'result', label: t('row.result'), kind: 'sum' },
  { key: 'required', label: t('row.required'), kind: 'memo' },
] as const satisfies readonly { key: keyof ResultYear; label: string; kind: string }[]

/** A day as it is written out: `22 november 2026`. */
export function longDay(day: string): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}

/** `Utgåva 2`, or `Utkast`. */
export function editionOf({ colophon }: DocumentModel): string {
  return colophon.edition === 0 ? t('about.draft') : t('about.edition', { edition: String(colophon.edition) })
}

/** Where a figure stands in what was read in: `statements.csv, rad 3612`. */
export function sourceText({ file, line }: Source): string {
  return file === null
    ? t('source.lineOnly', { line: String(line) })
    : t('source.line', { file, line: String(line) })
}

/** What a document says about itself, line by line. */
export function aboutLines({ colophon, party }: DocumentModel): string[] {
  return [
    `${colophon.edition === 0 ? t('about.draft') : t('about.edition', { edition: String(colophon.edition) })}. ${t('about.date', { date: longDay(colophon.date) })}. ${t(`about.state.${colophon.state}`)}.`,
    ...(party === '' ? [] : [t('about.party', { party })]),
    t('about.base'),
    t('about.rounding'),
    colophon.sources.length === 0
      ? t('about.noSources')
      : t('about.sources', { files: colophon.sources.join(', ') }),
    t('about.program', { program: colophon.program }),
  ]
}

/** Which bodies have approved it, as lines. */
export function signOffLines({ colophon }: DocumentModel): string[] {
  return colophon.signOffs.map(({ body, decidedOn, reference }) =>
    t('about.signOff', { body, date: longDay(decidedOn), reference: reference || 'none' }),
  )
}

/** What the check came to, in a sentence or two. */
export function findingsLead({ findings }: DocumentModel): string {
  return t('findings.lead', {
    checks: findings.checks,
    holds: String(findings.holds),
    rounding: String(findings.rounding),
    found: findings.open.length,
  })
}

/** What stands under an assignment's text: with whom, how much, when, on what condition. */
export function assignmentMarks(assignment: Omit<DocumentAssignment, 'source'>, of: string | null): string[] {
  const { responsible, consulted, amounts, dueYear, condition, sourceKey } = assignment
  const others = responsible.filter((each) => each.slug !== of).map((each) => each.name)
  const own = responsible[0]?.slug === of
  return [
    own && others.length > 0 ? t('assignment.with', { names: joined(others) }) : '',
    consulted.length > 0
      ? t('assignment.consulted', { names: joined(consulted.map((each) => each.name)) })
      : '',
    amounts,
    dueYear === null ? '' : `${t('assignment.due')} ${dueYear}`,
    condition === '' ? '' : `${t('assignment.condition')}: ${condition}`,
    sourceKey === '' ? '' : t('assignment.source', { key: sourceKey }),
  ].filter(Boolean)
}
