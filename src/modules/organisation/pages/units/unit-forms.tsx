import type { ReactNode } from 'react'
import { useTexts } from '#web/language.tsx'
import type { FormProblem } from '#web/page-problem.ts'
import {
  Button,
  Choice,
  ChoiceGroup,
  Disclosure,
  SelectField,
  Stack,
  TextArea,
  TextField,
} from '#web/ui/index.ts'
import type { UnitKind } from '../../rules/unit-kinds.ts'
import type { TreeUnit } from '../../rules/unit-tree.ts'
import type { UnitChange } from './change-unit.ts'
import { unitTexts } from './units-texts.ts'
import styles from './units.module.css'

export type ChangingUnit = {
  unit: TreeUnit
  kinds: readonly UnitKind[]
  /** The units right below it. */
  rightBelow: readonly TreeUnit[]
  /** The units it may be moved under or go up in. */
  others: readonly TreeUnit[]
  changes: readonly UnitChange[]
  problem: FormProblem | undefined
}

/** Every change that may be made of a unit, each folded away until it is wanted. */
export function UnitForms(changing: ChangingUnit) {
  return changing.changes.map((change) => <UnitForm key={change} change={change} {...changing} />)
}

function UnitForm(props: ChangingUnit & { change: UnitChange }) {
  const { change, unit } = props
  const t = useTexts(unitTexts)
  // What was written belongs to the form it was written in.
  const problem = props.problem?.values['change'] === change ? props.problem : undefined
  const ends = change === 'merge' || change === 'close' || change === 'split'
  return (
    <Disclosure summary={t(change)} open={problem !== undefined}>
      <form method="post" className={styles.form}>
        <Stack>
          <p>{t(`${change}Text`, { name: unit.name })}</p>
          <input type="hidden" name="change" value={change} />
          <ChangeFields {...props} problem={problem} />
          {change === 'close' ? (
            <DayField name="lastDay" label={t('lastDay')} problem={problem} />
          ) : (
            <DayField name="from" label={t('from')} problem={problem} />
          )}
          {change === 'merge' || change === 'close' || change === 'split' ? (
            <Choice label={t(confirmations[change], { name: unit.name })} name="confirmed" required />
          ) : null}
          <p>
            <Button kind={ends ? 'danger' : 'plain'}>{t(change)}</Button>
          </p>
        </Stack>
      </form>
    </Disclosure>
  )
}

const confirmations = { merge: 'confirmMerge', close: 'confirmClose', split: 'confirmSplit' } as const

function ChangeFields({
  change,
  unit,
  kinds,
  rightBelow,
  others,
  problem,
}: ChangingUnit & { change: UnitChange }): ReactNode {
  const t = useTexts(unitTexts)
  const places = others.map((each) => ({
    value: each.id,
    label: `${'\u2003'.repeat(each.depth)}${each.name}`,
  }))
  const named = (name: string, kind: string) => (
    <>
      <TextField
        label={t('name')}
        name="name"
        required
        maxLength={200}
        defaultValue={problem?.values['name'] ?? name}
        error={problem?.fields['name']}
      />
      <SelectField
        label={t('kind')}
        name="kind"
        defaultValue={problem?.values['kind'] ?? kind}
        error={problem?.fields['kind']}
        options={kinds.map((each) => ({ value: each.key, label: each.singular }))}
      />
    </>
  )
  switch (change) {
    case 'rename':
      return named(unit.name, unit.kind)
    case 'add':
      return named('', rightBelow[0]?.kind ?? 'association')
    case 'layer':
      return (
        <>
          {named('', 'circle')}
          <ChoiceGroup legend={t('layerBelow')} hint={problem?.fields['below']}>
            {rightBelow.map((each) => (
              <Choice key={each.id} label={each.name} name="below" value={each.id} />
            ))}
          </ChoiceGroup>
        </>
      )
    case 'move':
      return (
        <SelectField
          label={t('parent')}
          name="parentId"
          defaultValue={problem?.values['parentId'] ?? unit.parentId ?? undefined}
          options={places}
        />
      )
    case 'merge':
      return (
        <SelectField
          label={t('into')}
          name="intoUnitId"
          required
          defaultValue={problem?.values['intoUnitId'] ?? ''}
          options={[{ value: '', label: t('choose') }, ...places]}
        />
      )
    case 'split':
      return (
        <>
          <TextArea
            label={t('parts')}
            hint={t('partsHint')}
            name="parts"
            rows={3}
            required
            defaultValue={problem?.values['parts']}
            error={problem?.fields['parts'] ?? problem?.fields['name']}
          />
          <Choice label={t('goesOn')} name="goesOn" defaultChecked={rightBelow.length > 0} />
        </>
      )
    case 'close':
    case 'reopen':
      return null
  }
}

function DayField({
  name,
  label,
  problem,
}: {
  name: string
  label: string
  problem: FormProblem | undefined
}) {
  const t = useTexts(unitTexts)
  return (
    <TextField
      label={label}
      hint={t('fromHint')}
      name={name}
      type="date"
      defaultValue={problem?.values[name]}
      error={problem?.fields[name]}
    />
  )
}
