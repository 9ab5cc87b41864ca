import { PartForm } from '#web/change-form.tsx'
import { useTexts } from '#web/language.tsx'
import type { FormProblem } from '#web/page-problem.ts'
import { FactList, SelectField, Status, TextArea, TextField } from '#web/ui/index.ts'
import { venueAttributes, type VenueAttribute } from '../../rules/venues/attributes.ts'
import { requestStates, type RequestState, type RequestStep } from '../../rules/venues/request-steps.ts'
import { venueTexts } from './venues-texts.ts'
import styles from './venues.module.css'

type Request = {
  id: string
  bodyName: string
  what: string
  attribute: string | null
  askedOf: string
  askedOn: string
  state: RequestState
  steps: RequestStep[]
}

const tones = { open: 'wait', answered: 'info', done: 'good', refused: 'bad' } as const

/** What has been asked for in some premises, and how far each has come. */
export function RequestList({
  requests,
  mayStep,
  mayChange,
  has,
  problem,
}: {
  requests: readonly Request[]
  /** Those whose steps the visitor may note. */
  mayStep: readonly string[]
  mayChange: boolean
  has: readonly VenueAttribute[]
  problem: FormProblem | undefined
}) {
  const t = useTexts(venueTexts)
  if (requests.length === 0) return <p>{t('requestsNone')}</p>
  return (
    <ul className={styles.requests} role="list">
      {requests.map((request) => {
        const attribute = venueAttributes.find((each) => each === request.attribute)
        return (
          <li key={request.id} className={styles.request}>
            <h3>{request.what}</h3>
            <p>
              <Status tone={tones[request.state]}>{t(`state.${request.state}`)}</Status>{' '}
              <span className={styles.soft}>
                {[
                  t('askedOf', { body: request.bodyName, askedOf: request.askedOf }),
                  attribute ? t('wouldHave', { name: t(`attribute.${attribute}`) }) : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </p>
            <FactList
              facts={request.steps.map((step, index) => ({
                label: step.day,
                value: [
                  t(step.state === 'open' && index > 0 ? 'step.again' : `step.${step.state}`),
                  step.note,
                ]
                  .filter(Boolean)
                  .join(': '),
              }))}
            />
            {request.state === 'done' && attribute && mayChange && !has.includes(attribute) ? (
              <p>{t('doneHint', { name: t(`attribute.${attribute}`).toLocaleLowerCase('sv') })}</p>
            ) : null}
            {mayStep.includes(request.id) ? <StepForm request={request} problem={problem} /> : null}
          </li>
        )
      })}
    </ul>
  )
}

function StepForm({ request, problem }: { request: Request; problem: FormProblem | undefined }) {
  const t = useTexts(venueTexts)
  const change = `step ${request.id}`
  const own = problem?.values['change'] === change ? problem : undefined
  const next = request.state === 'open' ? 'answered' : 'done'
  return (
    <PartForm change={change} title={t('addStep')} problem={problem}>
      <SelectField
        label={t('state')}
        name="state"
        defaultValue={own?.values['state'] ?? next}
        options={requestStates.map((state) => ({ value: state, label: t(`state.${state}`) }))}
      />
      <TextField
        label={t('day')}
        optional={t('emptyToday')}
        name="day"
        type="date"
        defaultValue={own?.values['day']}
        error={own?.fields['day']}
      />
      <TextArea
        label={t('note')}
        optional={t('optional')}
        name="note"
        rows={2}
        maxLength={1000}
        defaultValue={own?.values['note']}
        error={own?.fields['note']}
      />
    </PartForm>
  )
}

/** The form in which a body's wish is noted. */
export function AskForm({
  bodies,
  has,
  problem,
}: {
  bodies: readonly { id: string; name: string }[]
  /** What is there already, and need not be asked for. */
  has: readonly VenueAttribute[]
  problem: FormProblem | undefined
}) {
  const t = useTexts(venueTexts)
  const own = problem?.values['change'] === 'asked' ? problem : undefined
  return (
    <PartForm change="asked" title={t('ask')} text={t('askText')} problem={problem}>
      <TextArea
        label={t('what')}
        name="what"
        rows={2}
        required
        maxLength={1000}
        defaultValue={own?.values['what']}
        error={own?.fields['what']}
      />
      <SelectField
        label={t('attributeWanted')}
        name="attribute"
        defaultValue={own?.values['attribute'] ?? ''}
        options={[
          { value: '', label: t('attributeOther') },
          ...venueAttributes
            .filter((attribute) => !has.includes(attribute))
            .map((attribute) => ({ value: attribute, label: t(`attribute.${attribute}`) })),
        ]}
      />
      <TextField
        label={t('askedOfWhom')}
        hint={t('askedOfHint')}
        name="askedOf"
        required
        maxLength={200}
        defaultValue={own?.values['askedOf']}
        error={own?.fields['askedOf']}
      />
      <SelectField
        label={t('askingBody')}
        name="bodyId"
        defaultValue={own?.values['bodyId']}
        error={own?.fields['bodyId']}
        options={bodies.map((body) => ({ value: body.id, label: body.name }))}
      />
      <TextField
        label={t('askedOn')}
        optional={t('emptyToday')}
        name="day"
        type="date"
        defaultValue={own?.values['day']}
        error={own?.fields['day']}
      />
    </PartForm>
  )
}
