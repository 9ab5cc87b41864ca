import { PartForm } from '#web/change-form.tsx'
import { useTexts } from '#web/language.tsx'
import type { FormProblem } from '#web/page-problem.ts'
import { SelectField, TextField } from '#web/ui/index.ts'
import { LastDay } from './day-fields.tsx'
import { postsTexts } from './posts-texts.ts'

/**
 * Ends one of some terms, mandates or payments, or takes it back as if it had never been written; nothing when there
 * are none.
 * @param end the change that ends one: which, and in what words
 * @param withdraw the change that takes one back
 * @param choice the field that says which one
 */
export function EndForms({
  end,
  withdraw,
  choice,
  problem,
}: {
  end: { change: string; title: string; text?: string }
  withdraw: string
  choice: { name: string; label: string; options: { value: string; label: string }[] }
  problem: FormProblem | undefined
}) {
  const t = useTexts(postsTexts)
  if (choice.options.length === 0) return null
  return (
    <>
      <PartForm {...end} problem={problem} danger>
        <SelectField {...choice} />
        <LastDay problem={problem} />
        <TextField label={t('reason')} optional={t('optional')} name="reason" maxLength={500} />
      </PartForm>
      <PartForm change={withdraw} title={t('withdraw')} text={t('withdrawText')} problem={problem} danger>
        <SelectField {...choice} />
      </PartForm>
    </>
  )
}
