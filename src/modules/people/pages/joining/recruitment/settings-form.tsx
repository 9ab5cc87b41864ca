import { useTexts } from '#web/language.tsx'
import type { FormProblem } from '#web/page-problem.ts'
import { Button, Choice, SelectField, Stack, TextField } from '#web/ui/index.ts'
import { joiningTexts } from '../joining-texts.ts'
import styles from '../joining.module.css'

/** What a unit decides about welcoming and growth. */
export function SettingsForm({
  units,
  unitId,
  welcomeDays,
  problem,
}: {
  units: readonly { id: string; name: string; depth: number }[]
  unitId: string
  welcomeDays: number
  problem: FormProblem | undefined
}) {
  const t = useTexts(joiningTexts)
  const field = (name: string, value = '') => ({
    name,
    defaultValue: problem?.values[name] ?? value,
    error: problem?.fields[name],
  })
  return (
    <form method="post" className={styles.form}>
      <Stack>
        <p>{t('settings.lead')}</p>
        <SelectField
          label={t('recruitment.unit')}
          {...field('unitId', unitId)}
          options={units.map(({ id, name, depth }) => ({
            value: id,
            label: `${'\u2003'.repeat(depth)}${name}`,
          }))}
        />
        <TextField
          label={t('settings.welcomeDays')}
          {...field('welcomeDays', String(welcomeDays))}
          type="number"
          min={1}
          max={60}
          required
          numeric
        />
        <TextField
          label={t('settings.memberTarget')}
          optional={t('optional')}
          {...field('memberTarget')}
          type="number"
          min={1}
          numeric
        />
        <TextField
          label={t('settings.startDay')}
          optional={t('optional')}
          {...field('startDay')}
          type="date"
        />
        <TextField
          label={t('settings.targetDay')}
          optional={t('optional')}
          {...field('targetDay')}
          type="date"
        />
        <Choice name="leaderboard" label={t('settings.leaderboard')} hint={t('settings.leaderboardHint')} />
        <p>
          <Button>{t('settings.save')}</Button>
        </p>
      </Stack>
    </form>
  )
}
