import { useTexts } from '#web/language.tsx'
import type { FormProblem } from '#web/page-problem.ts'
import { Choice, TextField } from '#web/ui/index.ts'
import type { ContactKind } from '../../rules/contact.ts'
import { shownPhone } from '../../rules/contact.ts'
import type { ShownRecord } from './part-shape.ts'
import { personsTexts } from './persons-texts.ts'

/** What is written of a way to reach somebody, by its kind. */
export function ContactFields({
  kind,
  contact,
  problem,
}: {
  kind: ContactKind
  contact?: NonNullable<ShownRecord['contacts']>[number]
  problem: FormProblem | undefined
}) {
  const t = useTexts(personsTexts)
  const field = (name: 'careOf' | 'street' | 'postalCode' | 'city' | 'country', maxLength: number) => (
    <TextField
      label={t(name)}
      name={name}
      maxLength={maxLength}
      defaultValue={problem?.values[name] ?? contact?.[name] ?? (name === 'country' ? 'SE' : '')}
      error={problem?.fields[name]}
    />
  )
  const value = contact?.kind === 'phone' ? shownPhone(contact.value) : (contact?.value ?? '')
  return (
    <>
      <input type="hidden" name="kind" value={kind} />
      {kind === 'address' ? (
        <>
          {field('street', 200)}
          {field('postalCode', 20)}
          {field('city', 100)}
          {field('careOf', 200)}
          {field('country', 2)}
        </>
      ) : (
        <TextField
          label={t(kind)}
          name="value"
          type={kind === 'email' ? 'email' : 'tel'}
          required
          maxLength={254}
          defaultValue={problem?.values['value'] ?? value}
          error={problem?.fields['value']}
        />
      )}
      <Choice label={t('preferThis')} name="preferred" defaultChecked={contact?.preferred ?? false} />
    </>
  )
}
