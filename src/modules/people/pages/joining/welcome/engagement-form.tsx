import type { z } from 'zod'
import { ChangeForm } from '#web/change-form.tsx'
import { useLanguage, useTexts } from '#web/language.tsx'
import type { FormProblem } from '#web/page-problem.ts'
import { Choice, ChoiceGroup, TextArea, TextField } from '#web/ui/index.ts'
import type { getWelcomeTask } from '../../../operations/joining/get-welcome-task.ts'
import { joiningTexts } from '../joining-texts.ts'
import type { Task } from './welcome-item.tsx'

type Shown = z.output<typeof getWelcomeTask.output>

/** What is asked of a new member who wants to tell how they want to take part; the words of the consent come first. */
export function EngagementForm({
  task,
  back,
  wording,
  engagement,
  problem,
}: {
  task: Task
  back: string
  wording: Shown['wording']
  engagement: Shown['engagement']
  problem: FormProblem | undefined
}) {
  const t = useTexts(joiningTexts)
  const language = useLanguage()
  if (!wording) return <p>{t('engagement.noWording')}</p>
  const own = problem?.values['change'] === 'engagement' ? problem : undefined
  const field = (name: 'interests' | 'skills' | 'affiliations') => ({
    name,
    defaultValue: own?.values[name] ?? engagement?.[name].join(', ') ?? '',
    error: own?.fields[name],
    maxLength: 1000,
  })
  const visibility = own?.values['visibility'] ?? engagement?.visibility ?? 'unit'
  return (
    <ChangeForm change="engagement" about={{ name: 'task', value: task.id }} button={t('engagement.save')}>
      <p>{t('engagement.lead')}</p>
      <input type="hidden" name="back" value={back} />
      <blockquote>{language === 'sv' ? wording.swedish : wording.english}</blockquote>
      <Choice name="agreed" label={t('engagement.agreed', { name: task.name })} />
      <TextField label={t('engagement.interests')} hint={t('engagement.commas')} {...field('interests')} />
      <TextField label={t('engagement.skills')} {...field('skills')} />
      <TextField
        label={t('engagement.affiliations')}
        hint={t('engagement.affiliationsHint')}
        {...field('affiliations')}
      />
      <TextArea
        label={t('engagement.availability')}
        name="availability"
        rows={2}
        maxLength={1000}
        defaultValue={own?.values['availability'] ?? engagement?.availability ?? ''}
      />
      <ChoiceGroup legend={t('engagement.visibility')}>
        {(['unit', 'district'] as const).map((value) => (
          <Choice
            key={value}
            type="radio"
            name="visibility"
            value={value}
            label={t(`engagement.visibility.${value}`)}
            defaultChecked={visibility === value}
          />
        ))}
      </ChoiceGroup>
    </ChangeForm>
  )
}
