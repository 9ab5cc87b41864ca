import { useTexts } from '#web/language.tsx'
import type { FormProblem } from '#web/page-problem.ts'
import { Button, Card, SelectField, TextArea, TextField } from '#web/ui/index.ts'
import { OwnForm } from './own-form.tsx'
import type { OwnPerson } from './own-person.ts'
import { ownTexts } from './own-texts.ts'

/** What one is called, the language to be written to in, and what helps one to take part. */
export function OwnDetails({ person, problem }: { person: OwnPerson; problem: FormProblem | undefined }) {
  const t = useTexts(ownTexts)
  return (
    <Card title={t('details')} id="details">
      <OwnForm personId={person.id} change="details">
        <TextField
          label={t('givenName')}
          name="givenName"
          autoComplete="given-name"
          required
          maxLength={200}
          defaultValue={problem?.values['givenName'] ?? person.givenName}
          error={problem?.fields['givenName']}
        />
        <TextField
          label={t('familyName')}
          name="familyName"
          autoComplete="family-name"
          maxLength={200}
          defaultValue={problem?.values['familyName'] ?? person.familyName}
          error={problem?.fields['familyName']}
        />
        <SelectField
          label={t('language')}
          name="language"
          defaultValue={problem?.values['language'] ?? person.language}
          options={[
            { value: 'sv', label: t('swedish') },
            { value: 'en', label: t('english') },
          ]}
        />
        <TextArea
          label={t('accessibility')}
          optional={t('optional')}
          hint={t('accessibilityHint')}
          name="accessibility"
          rows={2}
          maxLength={2000}
          defaultValue={problem?.values['accessibility'] ?? person.accessibility}
        />
        <p>
          <Button kind="primary">{t('save')}</Button>
        </p>
      </OwnForm>
    </Card>
  )
}
