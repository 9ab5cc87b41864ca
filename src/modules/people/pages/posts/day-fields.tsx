import { useTexts } from '#web/language.tsx'
import type { FormProblem } from '#web/page-problem.ts'
import { TextField } from '#web/ui/index.ts'
import { postsTexts } from './posts-texts.ts'

type Props = { problem: FormProblem | undefined; keeps?: boolean }

/** From which day on; today when it is left empty. With `keeps` what was written stands there again. */
export function FromDay({ problem, keeps }: Props) {
  const t = useTexts(postsTexts)
  return (
    <TextField
      label={t('from')}
      optional={t('emptyToday')}
      name="from"
      type="date"
      defaultValue={keeps ? problem?.values['from'] : undefined}
      error={problem?.fields['from']}
    />
  )
}

/** From a day to a day; to none yet when the end is left empty, unless it is `ending`. */
export function FromToDays({ problem, keeps, ending }: Props & { ending?: boolean }) {
  const t = useTexts(postsTexts)
  return (
    <>
      <FromDay problem={problem} keeps={keeps === true} />
      <TextField
        label={t('to')}
        {...(ending ? { required: true } : { optional: t('emptyOpen') })}
        name="to"
        type="date"
        defaultValue={keeps ? problem?.values['to'] : undefined}
        error={problem?.fields['to']}
      />
    </>
  )
}

/** The last day of what ends; today when it is left empty. */
export function LastDay({ problem }: Pick<Props, 'problem'>) {
  const t = useTexts(postsTexts)
  return (
    <TextField
      label={t('lastDay')}
      optional={t('emptyToday')}
      name="lastDay"
      type="date"
      error={problem?.fields['lastDay']}
    />
  )
}
