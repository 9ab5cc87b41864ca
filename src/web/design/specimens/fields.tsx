import { Choice, ChoiceGroup, SelectField, TextArea, TextField } from '../../ui/index.ts'
import type { Say, Specimens } from '../specimens.tsx'

const kinds = (t: Say) =>
  (['reform', 'saving', 'income'] as const).map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))

export const fieldSpecimens = {
  TextField: (t) => [
    { name: 'state.plain', shown: <TextField label={t('name')} defaultValue={t('name.value')} /> },
    { name: 'state.hint', shown: <TextField label={t('name')} hint={t('name.hint')} /> },
    { name: 'state.optional', shown: <TextField label={t('name')} optional={t('optional')} /> },
    { name: 'state.numeric', shown: <TextField numeric label={t('amount')} defaultValue="−64,0" /> },
    {
      name: 'state.error',
      shown: <TextField numeric label={t('amount')} defaultValue="tolv" error={t('amount.error')} />,
    },
    {
      name: 'state.disabled',
      shown: <TextField disabled label={t('name')} defaultValue={t('name.value')} />,
    },
  ],
  TextArea: (t) => [
    {
      name: 'state.plain',
      shown: <TextArea label={t('reason')} rows={3} defaultValue={t('reason.value')} />,
    },
    { name: 'state.optional', shown: <TextArea label={t('reason')} rows={3} optional={t('optional')} /> },
  ],
  SelectField: (t) => [
    { name: 'state.plain', shown: <SelectField label={t('kind')} options={kinds(t)} /> },
    {
      name: 'state.groups',
      shown: (
        <SelectField
          label={t('kind')}
          options={[
            { group: t('board.care'), options: kinds(t).slice(0, 2) },
            { group: t('board.culture'), options: kinds(t).slice(2) },
          ]}
        />
      ),
    },
    { name: 'state.disabled', shown: <SelectField disabled label={t('kind')} options={kinds(t)} /> },
  ],
  Choice: (t) => [
    { name: 'state.plain', shown: <Choice label={t('recurring')} /> },
    {
      name: 'state.hint',
      shown: <Choice label={t('recurring')} hint={t('recurring.hint')} defaultChecked />,
    },
    { name: 'state.disabled', shown: <Choice disabled label={t('recurring')} /> },
  ],
  ChoiceGroup: (t) => [
    {
      name: 'state.plain',
      shown: (
        <ChoiceGroup legend={t('recurring')}>
          <Choice type="radio" name="recurring" label={t('yearly')} defaultChecked />
          <Choice type="radio" name="recurring" label={t('once')} hint={t('once.hint')} />
        </ChoiceGroup>
      ),
    },
  ],
} satisfies Specimens
