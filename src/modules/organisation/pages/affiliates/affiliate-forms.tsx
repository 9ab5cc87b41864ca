import type { z } from 'zod'
import { PartForm } from '#web/change-form.tsx'
import { useTexts } from '#web/language.tsx'
import type { FormProblem } from '#web/page-problem.ts'
import { Card, Choice, ChoiceGroup, SelectField, TextField } from '#web/ui/index.ts'
import type { listAffiliates } from '../../operations/affiliates/list-affiliates.ts'
import { affiliateTexts } from './affiliates-texts.ts'

type Shown = z.output<typeof listAffiliates.output>
type Props = {
  shown: Shown
  roleKinds: readonly { key: string; singular: string }[]
  /** The bodies in which the reader may give rights. */
  bodies: readonly { id: string; unitId: string; label: string }[]
  /** The units that the reader may make affiliates, and the affiliations they may end. */
  candidates: readonly { id: string; name: string }[]
  ending: Shown['affiliates']
  problem: FormProblem | undefined
}

/** What may be changed of the affiliates and their rights, each folded away until it is wanted. */
export function AffiliateForms(props: Props) {
  const { shown, bodies, candidates, ending } = props
  const t = useTexts(affiliateTexts)
  const own = new Set(bodies.map((body) => body.id))
  const rights = shown.rights.filter((right) => own.has(right.bodyId))
  const grants = bodies.length > 0 && shown.affiliates.length > 0
  if (!grants && candidates.length === 0 && ending.length === 0) return null
  return (
    <Card title={t('changes')}>
      {grants ? <GrantForm {...props} /> : null}
      {rights.length > 0 ? <RightForms {...props} rights={rights} /> : null}
      {candidates.length > 0 ? <SetForm {...props} /> : null}
      {ending.length > 0 ? <EndForm {...props} /> : null}
    </Card>
  )
}

function RightChoices() {
  const t = useTexts(affiliateTexts)
  return (
    <ChoiceGroup legend={t('rightsField')} hint={t('rightsHint')}>
      <Choice label={t('speak')} name="speaks" defaultChecked />
      <Choice label={t('propose')} name="proposes" />
      <Choice label={t('vote')} name="votes" />
    </ChoiceGroup>
  )
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
  const t = useTexts(affiliateTexts)
  return (
    <TextField
      label={label}
      optional={t('emptyToday')}
      name={name}
      type="date"
      defaultValue={problem?.values[name]}
      error={problem?.fields[name]}
    />
  )
}

function DecisionField() {
  const t = useTexts(affiliateTexts)
  return (
    <TextField
      label={t('decision')}
      hint={t('decisionHint')}
      optional={t('optional')}
      name="decision"
      maxLength={500}
    />
  )
}

function GrantForm({ shown, bodies, roleKinds, problem }: Props) {
  const t = useTexts(affiliateTexts)
  return (
    <PartForm change="grant" title={t('grant')} text={t('grantText')} problem={problem}>
      <SelectField
        label={t('affiliate')}
        name="unitId"
        defaultValue={problem?.values['unitId']}
        options={shown.affiliates.map((each) => ({ value: each.unitId, label: each.name }))}
      />
      <SelectField
        label={t('body')}
        name="bodyId"
        defaultValue={problem?.values['bodyId']}
        options={bodies.map(({ id, label }) => ({ value: id, label }))}
      />
      <TextField
        label={t('number')}
        name="number"
        type="number"
        min={1}
        max={1000}
        required
        numeric
        defaultValue={problem?.values['number'] ?? '1'}
      />
      <SelectField
        label={t('role')}
        name="roleKind"
        defaultValue={problem?.values['roleKind'] ?? 'ordinary'}
        options={roleKinds.map((kind) => ({ value: kind.key, label: kind.singular }))}
      />
      <TextField
        label={t('seatTitle')}
        optional={t('optional')}
        name="title"
        maxLength={200}
        defaultValue={problem?.values['title']}
      />
      <RightChoices />
      <Choice label={t('namePublic')} hint={t('namePublicHint')} name="namePublic" defaultChecked />
      <DecisionField />
      <DayField name="from" label={t('from')} problem={problem} />
    </PartForm>
  )
}

function RightForms({ rights, problem }: Props & { rights: Shown['rights'] }) {
  const t = useTexts(affiliateTexts)
  const options = rights.map((right) => ({
    value: right.seatId,
    label: [right.unitName, right.bodyName, right.title].filter(Boolean).join(', '),
  }))
  return (
    <>
      <PartForm change="changeRight" title={t('change')} problem={problem}>
        <SelectField label={t('which')} name="seatId" options={options} />
        <RightChoices />
        <DecisionField />
        <DayField name="from" label={t('from')} problem={problem} />
      </PartForm>
      <PartForm change="endRight" title={t('end')} text={t('endText')} problem={problem} danger>
        <SelectField label={t('which')} name="seatId" options={options} />
        <DayField name="lastDay" label={t('lastDay')} problem={problem} />
      </PartForm>
    </>
  )
}

function SetForm({ candidates, problem }: Props) {
  const t = useTexts(affiliateTexts)
  return (
    <PartForm change="set" title={t('set')} text={t('setText')} problem={problem} danger>
      <SelectField
        label={t('unit')}
        name="unitId"
        defaultValue={problem?.values['unitId']}
        options={candidates.map((unit) => ({ value: unit.id, label: unit.name }))}
      />
      <DayField name="from" label={t('from')} problem={problem} />
      <DecisionField />
      <Choice label={t('confirm')} name="confirmed" required />
    </PartForm>
  )
}

function EndForm({ ending, problem }: Props) {
  const t = useTexts(affiliateTexts)
  return (
    <PartForm
      change="end"
      title={t('endAffiliation')}
      text={t('endAffiliationText')}
      problem={problem}
      danger
    >
      <SelectField
        label={t('affiliate')}
        name="unitId"
        options={ending.map((each) => ({ value: each.unitId, label: each.name }))}
      />
      <DayField name="lastDay" label={t('lastDay')} problem={problem} />
    </PartForm>
  )
}
