import { useTexts } from '#web/language.tsx'
import { Button, SelectField, TextField } from '#web/ui/index.ts'
import type { AskedDelegates } from './delegates-asked.ts'
import { growthTexts } from './growth-texts.ts'
import styles from './growth.module.css'

const methods = ['perStarted', 'largestRemainder', 'oddNumber'] as const

/** A rule: how seats are shared out, by how many, and what every unit has at least. `behind`: what the names end with. */
export function RuleFields({
  values,
  fields = {},
  behind = '',
  needed = false,
}: {
  values: Readonly<Record<string, string | undefined>>
  fields?: Readonly<Record<string, string | undefined>>
  behind?: '' | '2'
  needed?: boolean
}) {
  const t = useTexts(growthTexts)
  return (
    <>
      <SelectField
        label={t('method')}
        name={`method${behind}`}
        defaultValue={values['method']}
        options={[
          ...(needed ? [] : [{ value: '', label: t(behind === '2' ? 'sameRule' : 'heldRule') }]),
          ...methods.map((method) => ({ value: method, label: t(`method.${method}`) })),
        ]}
      />
      <TextField
        label={t('number')}
        hint={t('numberHint')}
        name={`number${behind}`}
        type="number"
        min={1}
        numeric
        required={needed}
        defaultValue={values['number']}
        error={fields['rule']}
      />
      <TextField
        label={t('least')}
        name={`least${behind}`}
        type="number"
        min={0}
        numeric
        defaultValue={values['least'] ?? (needed ? '1' : '')}
      />
    </>
  )
}

/** What is asked: whose members on which day, by which rule, and what to compare with. It stands in the address. */
export function DelegatesForm({
  asked,
  kinds,
  shownKind,
}: {
  asked: AskedDelegates
  kinds: readonly { value: string; label: string }[]
  shownKind: string
}) {
  const t = useTexts(growthTexts)
  const [first, second] = asked.sides
  const day = (name: string, value: string, word: string) => (
    <TextField label={t('countedOn')} optional={word} name={name} type="date" defaultValue={value} />
  )
  return (
    <search>
      <form className={styles.form}>
        <div className={styles.sides}>
          <fieldset className={styles.side}>
            <legend>{t('tried')}</legend>
            {day('on', first.day, t('emptyToday'))}
            <RuleFields values={first} />
            <SelectField
              label={t('unitKind')}
              name="unitKind"
              options={kinds}
              defaultValue={asked.unitKind || shownKind || 'association'}
            />
          </fieldset>
          <fieldset className={styles.side}>
            <legend>{t('compared')}</legend>
            {day('on2', second.day, t('emptySame'))}
            <RuleFields values={second} behind="2" />
          </fieldset>
        </div>
        <p>
          <Button>{t('count')}</Button>
        </p>
      </form>
    </search>
  )
}
