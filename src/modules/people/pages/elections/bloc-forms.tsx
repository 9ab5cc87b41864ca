import { PartForm } from '#web/change-form.tsx'
import { useTexts } from '#web/language.tsx'
import type { FormProblem } from '#web/page-problem.ts'
import { Card, Choice, ChoiceGroup, SelectField, TextField } from '#web/ui/index.ts'
import { FromToDays, LastDay } from '../posts/day-fields.tsx'
import { electionsTexts } from './elections-texts.ts'
import styles from './elections.module.css'

type Named = { id: string; name: string }

/** What may be changed about an election: sets of parties, and that it was written down wrong. */
export function BlocForms({
  parties,
  blocs,
  problem,
}: {
  parties: readonly Named[]
  blocs: readonly (Named & { validFrom: string })[]
  problem: FormProblem | undefined
}) {
  const t = useTexts(electionsTexts)
  return (
    <Card title={t('change')}>
      {parties.length > 0 ? (
        <PartForm change="bloc" title={t('setBloc')} text={t('setBlocText')} problem={problem}>
          <SelectField
            label={t('side')}
            name="side"
            defaultValue={problem?.values['side']}
            options={(['governing', 'opposition', 'other'] as const).map((side) => ({
              value: side,
              label: t(`side.${side}`),
            }))}
          />
          <TextField
            label={t('blocName')}
            name="name"
            required
            maxLength={200}
            defaultValue={problem?.values['name']}
            error={problem?.fields['name']}
          />
          <ChoiceGroup legend={t('parties')} hint={problem?.fields['partyIds']}>
            <div className={styles.parties}>
              {parties.map(({ id, name }) => (
                <Choice key={id} name="partyIds" value={id} label={name} />
              ))}
            </div>
          </ChoiceGroup>
          <TextField
            label={t('basis')}
            hint={t('basisHint')}
            optional={t('optional')}
            name="basis"
            maxLength={300}
            defaultValue={problem?.values['basis']}
          />
          <FromToDays problem={problem} />
        </PartForm>
      ) : null}
      {blocs.length > 0 ? (
        <PartForm change="endBloc" title={t('endBloc')} text={t('endBlocText')} problem={problem} danger>
          <SelectField
            label={t('bloc')}
            name="blocId"
            options={blocs.map(({ id, name, validFrom }) => ({ value: id, label: `${name}, ${validFrom}` }))}
          />
          <LastDay problem={problem} />
        </PartForm>
      ) : null}
      <PartForm change="withdraw" title={t('withdraw')} text={t('withdrawText')} problem={problem} danger />
    </Card>
  )
}
