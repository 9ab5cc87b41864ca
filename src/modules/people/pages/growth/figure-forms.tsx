import { PartForm } from '#web/change-form.tsx'
import { useTexts } from '#web/language.tsx'
import type { FormProblem } from '#web/page-problem.ts'
import { Card, SelectField, TextField } from '#web/ui/index.ts'
import { growthTexts } from './growth-texts.ts'

type Figure = { id: string; measure: 'members' | 'votes' | 'seats'; day: string; printed: string }

/** Older figures, written down with their sources. */
export function FigureForms({
  figures,
  problem,
}: {
  figures: readonly Figure[]
  problem: FormProblem | undefined
}) {
  const t = useTexts(growthTexts)
  const text = (name: 'printed' | 'source', most: number) => (
    <TextField
      label={t(name === 'printed' ? 'printed' : 'source')}
      hint={t(name === 'printed' ? 'printedHint' : 'sourceHint')}
      name={name}
      required
      maxLength={most}
      defaultValue={problem?.values[name]}
      error={problem?.fields[name]}
    />
  )
  return (
    <Card title={t('change')}>
      <PartForm change="figure" title={t('recordFigure')} text={t('recordFigureText')} problem={problem}>
        <SelectField
          label={t('measure')}
          name="measure"
          defaultValue={problem?.values['measure']}
          options={(['members', 'votes', 'seats'] as const).map((measure) => ({
            value: measure,
            label: t(`measure.${measure}`),
          }))}
        />
        <TextField
          label={t('day')}
          name="day"
          type="date"
          required
          defaultValue={problem?.values['day']}
          error={problem?.fields['day']}
        />
        {text('printed', 40)}
        {text('source', 500)}
      </PartForm>
      {figures.length > 0 ? (
        <PartForm change="withdrawFigure" title={t('withdrawFigure')} problem={problem} danger>
          <SelectField
            label={t('figure')}
            name="figureId"
            options={figures.map(({ id, measure, day, printed }) => ({
              value: id,
              label: `${day}: ${printed} (${t(`measure.${measure}`)})`,
            }))}
          />
        </PartForm>
      ) : null}
    </Card>
  )
}
