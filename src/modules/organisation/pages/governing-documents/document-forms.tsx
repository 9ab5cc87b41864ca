import type { z } from 'zod'
import { PartForm } from '#web/change-form.tsx'
import { useTexts } from '#web/language.tsx'
import type { FormProblem } from '#web/page-problem.ts'
import { Card, TextField } from '#web/ui/index.ts'
import type { getGoverningDocument } from '../../operations/governing-documents/get-governing-document.ts'
import { documentTexts } from './documents-texts.ts'
import { VersionFields, type BodyChoice } from './version-fields.tsx'

/** What may be done with a document: a new version, a review that left it as it was, an end. */
export function DocumentForms({
  shown,
  bodies,
  problem,
}: {
  shown: z.output<typeof getGoverningDocument.output>
  bodies: readonly BodyChoice[]
  problem: FormProblem | undefined
}) {
  const t = useTexts(documentTexts)
  const last = shown.versions[0]
  const own = (change: string) => (problem?.values['change'] === change ? problem : undefined)
  return (
    <Card title={t('changes')}>
      <PartForm change="adopt" title={t('adopt')} text={t('adoptText')} problem={problem}>
        <VersionFields
          bodies={bodies}
          text={shown.text}
          adoptedBy={last?.adoptedBy.id}
          responsible={last?.responsible.id}
          problem={own('adopt')}
        />
        <TextField label={t('note')} optional={t('optional')} name="note" maxLength={1000} />
      </PartForm>
      <PartForm change="review" title={t('recordReview')} text={t('recordReviewText')} problem={problem}>
        <DayField
          name="reviewedOn"
          label={t('reviewedOn')}
          optional={t('emptyToday')}
          problem={own('review')}
        />
        <DayField name="reviewDue" label={t('reviewDue')} optional={t('optional')} problem={own('review')} />
        <TextField label={t('noteReview')} optional={t('optional')} name="note" maxLength={1000} />
      </PartForm>
      <PartForm change="end" title={t('end')} text={t('endText')} problem={problem} danger>
        <DayField name="lastDay" label={t('lastDay')} optional={t('emptyToday')} problem={own('end')} />
      </PartForm>
    </Card>
  )
}

function DayField({
  problem,
  name,
  ...field
}: {
  name: string
  label: string
  optional: string
  problem: FormProblem | undefined
}) {
  return (
    <TextField
      {...field}
      name={name}
      type="date"
      defaultValue={problem?.values[name]}
      error={problem?.fields[name]}
    />
  )
}
