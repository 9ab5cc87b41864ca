import { useTexts } from '#web/language.tsx'
import type { FormProblem } from '#web/page-problem.ts'
import { Choice, SelectField, TextField } from '#web/ui/index.ts'
import { affiliationKinds } from '../../rules/affiliations/kinds.ts'
import { affiliationsTexts } from './affiliations-texts.ts'

/** The words that are agreed to, and what is told by them. */
export function AffiliationFields({
  words,
  own,
  problem,
}: {
  words: string
  /** Does the person tell it, or somebody for them? */
  own: boolean
  problem: FormProblem | undefined
}) {
  const t = useTexts(affiliationsTexts)
  return (
    <>
      {own ? null : <p>{t('wordsFirst')}</p>}
      <blockquote>{words}</blockquote>
      <Choice name="agreed" label={t(own ? 'agree' : 'agreed')} required />
      <SelectField
        label={t('kind')}
        name="kind"
        defaultValue={problem?.values['kind'] ?? 'union'}
        options={affiliationKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <TextField
        label={t('name')}
        name="name"
        required
        maxLength={200}
        defaultValue={problem?.values['name'] ?? ''}
        error={problem?.fields['name']}
      />
      <TextField
        label={t(own ? 'role' : 'roleOf')}
        optional={t('optional')}
        name="role"
        maxLength={200}
        defaultValue={problem?.values['role'] ?? ''}
        error={problem?.fields['role']}
      />
    </>
  )
}
