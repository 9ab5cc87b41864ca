import type { PublicBodyOn } from '#modules/organisation/index.ts'
import { PartForm } from '#web/change-form.tsx'
import { useTexts } from '#web/language.tsx'
import type { FormProblem } from '#web/page-problem.ts'
import { Card, Choice, SelectField, Stack, TextArea, TextField } from '#web/ui/index.ts'
import { unitChoices } from '../persons/reached-units.ts'
import { seatLabel, type Held, type ShownBody } from './body-holders.tsx'
import { CandidateForm, type Candidates } from './candidate-form.tsx'
import { FromDay, FromToDays, LastDay } from './day-fields.tsx'
import { EndForms } from './end-forms.tsx'
import { postsTexts } from './posts-texts.ts'
import styles from './posts.module.css'

export type BodyFormsProps = {
  shown: ShownBody
  held: Held
  may: { appoint: boolean; change: boolean; note: boolean }
  units: readonly { id: string; name: string; depth: number }[]
  publicBodies: readonly PublicBodyOn[]
  candidates: Candidates | null
  problem: FormProblem | undefined
}

/** What may be changed of a body: who holds what, its seats, and itself. */
export function BodyForms(props: BodyFormsProps) {
  const t = useTexts(postsTexts)
  const { shown, may, problem } = props
  return (
    <>
      {may.appoint && shown.seats.length > 0 ? (
        <Card title={t('appoint')} id="appoint">
          <AppointForms {...props} />
        </Card>
      ) : null}
      {may.change || may.note ? (
        <Card title={t('change')}>
          {may.note ? (
            <PartForm change="note" title={t('note')} problem={problem}>
              <TextField label={t('what')} name="what" required maxLength={200} />
              <TextField label={t('day')} optional={t('emptyToday')} name="day" type="date" />
            </PartForm>
          ) : null}
          {may.change ? <ChangeForms {...props} /> : null}
        </Card>
      ) : null}
    </>
  )
}

function AppointForms({ shown, held, candidates, problem }: BodyFormsProps) {
  const t = useTexts(postsTexts)
  const seats = shown.seats.map((seat) => ({ value: seat.id, label: seatLabel(seat, shown.roleKinds) }))
  const vacant = held.seats.find((seat) => seat.vacant > 0)?.seatId
  const holders = held.seats.flatMap((seat) =>
    seat.holders.map((term) => ({
      value: term.id,
      label: `${term.name}, ${seats.find((each) => each.value === seat.seatId)?.label ?? ''}`,
    })),
  )
  return (
    <Stack>
      <CandidateForm candidates={candidates} change="appoint" title={t('appointButton')} problem={problem}>
        <SelectField
          label={t('seat')}
          name="seatId"
          options={seats}
          defaultValue={problem?.values['seatId'] ?? vacant}
        />
        <FromToDays problem={problem} keeps />
        <SelectField
          label={t('appointedBy')}
          name="appointedByBodyId"
          defaultValue={problem?.values['appointedByBodyId'] ?? ''}
          options={[
            { value: '', label: t('notSaid') },
            ...shown.beside.map((body) => ({ value: body.id, label: body.name })),
          ]}
        />
        <TextField
          label={t('decision')}
          optional={t('optional')}
          name="decision"
          maxLength={500}
          defaultValue={problem?.values['decision']}
        />
      </CandidateForm>
      <EndForms
        end={{ change: 'endTerm', title: t('endTerm'), text: t('endTermText') }}
        withdraw="withdraw"
        choice={{ name: 'termId', label: t('who'), options: holders }}
        problem={problem}
      />
    </Stack>
  )
}

function ChangeForms({ shown, units, publicBodies, problem }: BodyFormsProps) {
  const t = useTexts(postsTexts)
  const { body } = shown
  const seats = shown.seats.map((seat) => ({
    value: seat.id,
    label: `${seatLabel(seat, shown.roleKinds)} (${seat.number})`,
  }))
  const others = publicBodies.filter((each) => !shown.sources.some((source) => source.id === each.id))
  return (
    <>
      <PartForm change="seat" title={t('newSeat')} problem={problem}>
        <SelectField
          label={t('role')}
          name="roleKind"
          defaultValue="ordinary"
          options={shown.roleKinds.map((kind) => ({ value: kind.key, label: kind.singular }))}
        />
        <TextField
          label={t('seatTitle')}
          hint={t('seatTitleHint')}
          optional={t('optional')}
          name="title"
          maxLength={200}
        />
        <TextField
          label={t('number')}
          name="number"
          type="number"
          min={1}
          max={1000}
          required
          defaultValue="1"
        />
        <SelectField
          label={t('referenceUnit')}
          hint={t('referenceUnitHint')}
          name="referenceUnitId"
          options={[{ value: '', label: t('nobodys') }, ...unitChoices(units)]}
        />
        <Openness />
        <FromDay problem={problem} />
      </PartForm>
      {seats.length > 0 ? (
        <>
          {shown.seats.map((seat) => (
            <PartForm
              key={seat.id}
              change={`seatNumber ${seat.id}`}
              title={t('changeSeat', { seat: seatLabel(seat, shown.roleKinds) })}
              problem={problem}
            >
              <TextField
                label={t('number')}
                name="number"
                type="number"
                min={1}
                max={1000}
                required
                defaultValue={seat.number}
              />
              <Openness seat={seat} />
              <FromDay problem={problem} />
            </PartForm>
          ))}
          <PartForm change="endSeat" title={t('endSeat')} problem={problem} danger>
            <SelectField label={t('seat')} name="seatId" options={seats} />
            <LastDay problem={problem} />
          </PartForm>
        </>
      ) : null}
      {others.length > 0 ? (
        <PartForm change="source" title={t('source')} text={t('sourceText')} problem={problem}>
          <SelectField label={t('publicBody')} name="publicBodyId" options={others.map(place)} />
          <FromDay problem={problem} />
        </PartForm>
      ) : null}
      {shown.sources.length > 0 ? (
        <PartForm change="endSource" title={t('endSource')} problem={problem} danger>
          <SelectField label={t('publicBody')} name="publicBodyId" options={shown.sources.map(place)} />
          <TextField label={t('lastDay')} name="lastDay" type="date" required />
        </PartForm>
      ) : null}
      <PartForm change="body" title={t('changeBody')} text={t('changeBodyText')} problem={problem}>
        <BodyFields shown={shown} problem={problem} />
        <FromDay problem={problem} />
      </PartForm>
      <PartForm change="endBody" title={t('endBody')} text={t('endBodyText')} problem={problem} danger>
        <LastDay problem={problem} />
        <Choice label={t('endBodyConfirm', { name: body.name })} name="confirmed" required />
      </PartForm>
    </>
  )
}

function BodyFields({ shown, problem }: { shown: ShownBody; problem: FormProblem | undefined }) {
  const t = useTexts(postsTexts)
  const { body } = shown
  return (
    <div className={styles.list}>
      <TextField
        label={t('name')}
        name="name"
        required
        maxLength={200}
        defaultValue={problem?.values['name'] ?? body.name}
        error={problem?.fields['name']}
      />
      <SelectField
        label={t('kind')}
        name="kind"
        defaultValue={body.kind}
        options={shown.bodyKinds.map((kind) => ({ value: kind.key, label: kind.singular }))}
      />
      <SelectField
        label={t('parentBody')}
        name="parentId"
        defaultValue={body.parentId ?? ''}
        options={[
          { value: '', label: t('none') },
          ...shown.beside.map((each) => ({ value: each.id, label: each.name })),
        ]}
      />
      <TextArea
        label={t('purpose')}
        optional={t('optional')}
        name="purpose"
        rows={3}
        maxLength={2000}
        defaultValue={body.purpose}
      />
      <TextField
        label={t('contactAddress')}
        hint={t('contactAddressHint')}
        optional={t('optional')}
        name="contactAddress"
        type="email"
        maxLength={200}
        defaultValue={body.contactAddress}
        error={problem?.fields['contactAddress']}
      />
      <Choice label={t('isHighest')} name="isHighest" defaultChecked={body.isHighest} />
      <Choice label={t('openToJoin')} name="openToJoin" defaultChecked={body.openToJoin} />
    </div>
  )
}

function place(each: Pick<PublicBodyOn, 'id' | 'name' | 'areaName'>) {
  return { value: each.id, label: [each.name, each.areaName].filter(Boolean).join(', ') }
}

/** What everybody may know of a seat. */
function Openness({ seat }: { seat?: ShownBody['seats'][number] }) {
  const t = useTexts(postsTexts)
  return (
    <>
      <TextField
        label={t('roleAddress')}
        hint={t('contactAddressHint')}
        optional={t('optional')}
        name="contactAddress"
        type="email"
        maxLength={200}
        defaultValue={seat?.contactAddress}
      />
      <Choice
        label={t('namePublic')}
        hint={t('namePublicHint')}
        name="namePublic"
        defaultChecked={seat?.namePublic}
      />
    </>
  )
}
