import type { z } from 'zod'
import { useTexts } from '#web/language.tsx'
import { Status, Table } from '#web/ui/index.ts'
import type { listConsultations } from '../../operations/anchoring/list-consultations.ts'
import { anchoringTexts } from './anchoring-texts.ts'
import styles from './anchoring.module.css'

export type Consultation = z.output<typeof listConsultations.output>['consultations'][number]

/** Who was asked: the body, or the unit as a whole. */
export function askedName({
  toBodyName,
  toUnitName,
}: Pick<Consultation, 'toBodyName' | 'toUnitName'>): string {
  return toBodyName ? `${toBodyName} (${toUnitName})` : toUnitName
}

/** Who asked. */
export function askingName({
  fromBodyName,
  fromUnitName,
}: Pick<Consultation, 'fromBodyName' | 'fromUnitName'>) {
  return `${fromBodyName} (${fromUnitName})`
}

const tones = { overdue: 'bad', waiting: 'wait', answered: 'good', unanswered: 'plain' } as const

/** How it stands, in a word; what came of it when something has. */
export function ConsultationState({ state, outcome }: Pick<Consultation, 'state' | 'outcome'>) {
  const t = useTexts(anchoringTexts)
  const against = outcome === 'against'
  return (
    <Status tone={against ? 'warn' : tones[state]}>
      {outcome && outcome !== 'noAnswer' ? t(`outcome.${outcome}`) : t(`state.${state}`)}
    </Status>
  )
}

/** Consultations, each a line. */
export function ConsultationTable({
  label,
  consultations,
}: {
  label: string
  consultations: readonly Consultation[]
}) {
  const t = useTexts(anchoringTexts)
  return (
    <Table
      label={label}
      className={styles.stacking ?? ''}
      head={
        <tr>
          <th scope="col">{t('issue')}</th>
          <th scope="col">{t('fromTo')}</th>
          <th scope="col">{t('answerBy')}</th>
          <th scope="col">{t('state')}</th>
        </tr>
      }
    >
      <tbody>
        {consultations.map((each) => (
          <tr key={each.id}>
            <th scope="row">
              <a href={`/organisation/anchoring/${each.id}`}>{each.issue}</a>
            </th>
            <td>{t('fromToValue', { from: askingName(each), to: askedName(each) })}</td>
            <td className={styles.day}>{t('by', { day: each.answerBy })}</td>
            <td>
              <ConsultationState {...each} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
