import { PartForm } from '#web/change-form.tsx'
import { useTexts } from '#web/language.tsx'
import type { FormProblem } from '#web/page-problem.ts'
import { Card, Choice, SelectField, TextField } from '#web/ui/index.ts'
import { electionsTexts } from './elections-texts.ts'

/** Writing down an election, and what the parties are called. */
export function ElectionForms({
  bodies,
  parties,
  mayName,
  problem,
}: {
  bodies: readonly { value: string; label: string }[]
  parties: readonly { id: string; name: string }[]
  mayName: boolean
  problem: FormProblem | undefined
}) {
  const t = useTexts(electionsTexts)
  if (bodies.length === 0 && !mayName) return null
  return (
    <Card title={t('change')}>
      {bodies.length > 0 ? (
        <PartForm change="election" title={t('newElection')} text={t('newElectionText')} problem={problem}>
          <SelectField
            label={t('body')}
            name="publicBodyId"
            options={bodies}
            defaultValue={problem?.values['publicBodyId']}
          />
          <TextField
            label={t('day')}
            name="day"
            type="date"
            required
            defaultValue={problem?.values['day']}
            error={problem?.fields['day']}
          />
          <TextField
            label={t('bodySeats')}
            hint={t('bodySeatsHint')}
            name="seats"
            type="number"
            min={1}
            max={1000}
            numeric
            required
            defaultValue={problem?.values['seats']}
            error={problem?.fields['seats']}
          />
          <TextField
            label={t('constituencies')}
            hint={t('constituenciesHint')}
            name="constituencies"
            type="number"
            min={1}
            max={100}
            numeric
            defaultValue={problem?.values['constituencies'] ?? '1'}
            error={problem?.fields['constituencies']}
          />
          <TextField
            label={t('source')}
            hint={t('sourceHint')}
            optional={t('optional')}
            name="source"
            maxLength={500}
            defaultValue={problem?.values['source']}
          />
        </PartForm>
      ) : null}
      {mayName ? (
        <PartForm change="party" title={t('setParty')} text={t('setPartyText')} problem={problem}>
          <SelectField
            label={t('party')}
            name="partyId"
            options={[
              { value: '', label: t('newParty') },
              ...parties.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            defaultValue={problem?.values['partyId']}
          />
          <TextField
            label={t('partyName')}
            name="name"
            required
            maxLength={100}
            defaultValue={problem?.values['name']}
            error={problem?.fields['name']}
          />
          <TextField
            label={t('shortName')}
            optional={t('optional')}
            name="shortName"
            maxLength={20}
            defaultValue={problem?.values['shortName']}
          />
          <Choice label={t('ownParty')} hint={t('ownPartyHint')} name="own" />
        </PartForm>
      ) : null}
    </Card>
  )
}
