import type { z } from 'zod'
import { PartForm } from '#web/change-form.tsx'
import { useTexts } from '#web/language.tsx'
import type { FormProblem } from '#web/page-problem.ts'
import { Card, Choice, ChoiceGroup, SelectField, TextField } from '#web/ui/index.ts'
import type { getPersonPosts } from '../../operations/posts/get-person-posts.ts'
import { remunerationKinds } from '../../rules/posts/kinds.ts'
import { FromToDays } from './day-fields.tsx'
import { EndForms } from './end-forms.tsx'
import { postsTexts } from './posts-texts.ts'

type Props = Pick<z.output<typeof getPersonPosts.output>, 'terms' | 'mandates' | 'remunerations' | 'asOf'> & {
  units: readonly { id: string; name: string; depth: number }[]
  problem: FormProblem | undefined
}

/** What a person's posts are paid for: an ordinary degree, a raise for a time, an end. */
export function RemunerationForms({ terms, mandates, remunerations, asOf, units, problem }: Props) {
  const t = useTexts(postsTexts)
  const goesOn = (row: { validTo: string | null }) => row.validTo === null || row.validTo >= asOf
  const posts = [
    ...mandates.filter(goesOn).map((row) => ({ value: `mandate ${row.id}`, label: row.bodyName })),
    ...terms
      .filter(goesOn)
      .map((row) => ({ value: `term ${row.id}`, label: `${row.role}, ${row.bodyName}` })),
  ]
  const paid = remunerations
    .filter(goesOn)
    .map((row) => ({ value: row.id, label: [row.postName, row.validFrom].join(' · ') }))
  const degree = (
    <TextField
      label={t('degreeField')}
      hint={t('degreeHint')}
      name="degree"
      inputMode="decimal"
      numeric
      defaultValue={problem?.values['degree']}
      error={problem?.fields['degree']}
    />
  )
  return (
    <Card title={t('change')}>
      {posts.length > 0 ? (
        <>
          <PartForm change="pay" title={t('pay')} text={t('payText')} problem={problem}>
            <SelectField label={t('paidFor')} name="post" options={posts} />
            <SelectField
              label={t('kind')}
              name="kind"
              defaultValue="part"
              options={remunerationKinds.map((kind) => ({
                value: kind,
                label: t(`paidKind.${kind}`),
              }))}
            />
            {degree}
            <TextField
              label={t('areas')}
              hint={t('areasHint')}
              optional={t('optional')}
              name="areas"
              maxLength={500}
            />
            <FromToDays problem={problem} />
            <TextField label={t('reason')} optional={t('optional')} name="reason" maxLength={500} />
          </PartForm>
          <PartForm change="raise" title={t('raise')} text={t('raiseText')} problem={problem}>
            <SelectField label={t('paidFor')} name="post" options={posts} />
            <input type="hidden" name="kind" value="part" />
            {degree}
            <TextField
              label={t('purposeOfRaise')}
              name="purpose"
              required
              maxLength={500}
              defaultValue={problem?.values['purpose']}
              error={problem?.fields['purpose']}
            />
            <ChoiceGroup legend={t('supportedUnits')}>
              {units.map((unit) => (
                <Choice key={unit.id} name="supportedUnitIds" value={unit.id} label={unit.name} />
              ))}
            </ChoiceGroup>
            <TextField
              label={t('hours')}
              optional={t('optional')}
              name="hours"
              inputMode="decimal"
              numeric
              error={problem?.fields['hours']}
            />
            <FromToDays problem={problem} ending />
          </PartForm>
        </>
      ) : null}
      <EndForms
        end={{ change: 'endPaid', title: t('endPaid') }}
        withdraw="withdrawPaid"
        choice={{ name: 'remunerationId', label: t('paidFor'), options: paid }}
        problem={problem}
      />
    </Card>
  )
}
