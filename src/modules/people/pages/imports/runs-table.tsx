import { useLanguage, useTexts } from '#web/language.tsx'
import { cells, Status, Table } from '#web/ui/index.ts'
import { importTexts } from './import-texts.ts'
import { moment } from './moment.ts'

type Run = {
  id: string
  fileName: string
  unit: string
  state: 'prepared' | 'done' | 'cancelled' | 'undone'
  createdAt: string
  createdBy: string
  counts: { created: number; changed: number; skipped: number; refused: number } | null
}

const tones = { prepared: 'wait', done: 'good', cancelled: 'plain', undone: 'warn' } as const
const counted = ['created', 'changed', 'skipped', 'refused'] as const

/** The imports that were made: who, when, which file, and what came of it. */
export function RunsTable({ runs }: { runs: readonly Run[] }) {
  const t = useTexts(importTexts)
  const language = useLanguage()
  return (
    <Table
      label={t('runs')}
      head={
        <tr>
          <th scope="col">{t('runs.file')}</th>
          <th scope="col">{t('runs.state')}</th>
          {counted.map((each) => (
            <th key={each} scope="col" className={cells.numeric}>
              {t(`count.${each}`)}
            </th>
          ))}
          <th scope="col">{t('runs.unit')}</th>
          <th scope="col">{t('runs.who')}</th>
        </tr>
      }
    >
      <tbody>
        {runs.map((run) => (
          <tr key={run.id}>
            <th scope="row">
              <a href={`/people/import/${run.id}`}>{run.fileName}</a>
            </th>
            <td>
              <Status tone={tones[run.state]}>{t(`state.${run.state}`)}</Status>
            </td>
            {counted.map((each) => (
              <td key={each} className={cells.numeric}>
                {run.counts?.[each].toLocaleString(language)}
              </td>
            ))}
            <td>{run.unit}</td>
            <td>
              {run.createdBy}, {moment(run.createdAt, language)}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
