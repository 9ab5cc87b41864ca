import { z } from 'zod'
import { csvText } from '#platform/files/csv-text.ts'
import { exportOperation } from '#platform/operations/operation.ts'
import { peopleTexts } from '../../messages/people.ts'
import { simulate } from '../../store/growth/simulate.ts'
import { countReaders, delegateQuestion } from './growth-shapes.ts'

/** How many delegates each unit sends to a body, as a file for a spreadsheet. */
export const exportDelegateSeats = exportOperation({
  name: 'export-delegate-seats',
  summary: 'How many delegates each unit would send to a body by a rule and a day, as a CSV file.',
  route: 'POST /people/bodies/{bodyId}/delegate-seats.csv',
  policy: countReaders,
  input: delegateQuestion,
  output: z.file(),
  example: ({ organisation }) => ({
    bodyId: organisation.bodyId,
    rule: { method: 'perStarted' as const, membersPerSeat: 50, least: 1 },
    unitKind: 'association',
  }),
  audit: ({ bodyId, asOf }) => ({ kind: 'body', id: bodyId, detail: { asOf: asOf ?? null } }),
  async run(context, question) {
    const shown = await simulate(context, question)
    const { asOf, againstDay } = shown
    const t = peopleTexts.in(context.language)
    const head = [
      t('delegates.column.unit'),
      `${t('delegates.column.members')} ${asOf}`,
      t('delegates.column.seats'),
      ...(againstDay
        ? [`${t('delegates.column.members')} ${againstDay}`, t('delegates.column.otherSeats')]
        : []),
      t('delegates.column.bodySeats'),
      t('delegates.column.held'),
      t('delegates.column.substitutes'),
      t('delegates.column.substitutesHeld'),
    ]
    const rows = shown.rows.map((row) => [
      row.name,
      row.members,
      row.seats,
      ...(row.other ? [row.other.members, row.other.seats] : []),
      row.delegates.seats,
      row.delegates.held,
      row.substitutes.seats,
      row.substitutes.held,
    ])
    const total = [
      t('delegates.column.total'),
      shown.total.members,
      shown.total.seats,
      ...(shown.otherTotal ? [shown.otherTotal.members, shown.otherTotal.seats] : []),
    ]
    const name = `${t('delegates.fileName')}-${asOf}.csv`
    return new File([csvText([head, ...rows, total])], name, { type: 'text/csv; charset=utf-8' })
  },
})
