import {
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { PartForm } from '#web/change-form.tsx'
import { FormNotices } from '#web/form-notices.tsx'
import { useTexts } from '#web/language.tsx'
import { mayIn } from '#web/may-in.ts'
import { orFormProblem, orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { Card, Choice, ChoiceGroup, PageHead, TextArea, TextField } from '#web/ui/index.ts'
import { organisationTexts } from '../../messages/organisation.ts'
import { answerConsultation } from '../../operations/anchoring/answer-consultation.ts'
import { getConsultation } from '../../operations/anchoring/get-consultation.ts'
import { outcomes } from '../../rules/anchoring/consultation.ts'
import { anchoringTexts } from './anchoring-texts.ts'
import { askedName, askingName, ConsultationState } from './consultation-table.tsx'
import styles from './anchoring.module.css'

export const meta: MetaFunction<typeof loader> = ({ matches, loaderData }) =>
  pageTitle(anchoringTexts, 'titleOf', matches, { name: loaderData?.asked.issue ?? '' })

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const asked = await orProblemPage(
    visit.call(getConsultation, { consultationId: params['consultation'] ?? '' }),
  )
  return {
    asked,
    mayAnswer: mayIn(visit, answerConsultation, asked.toUnitId),
    mayGiveUp: mayIn(visit, answerConsultation, asked.fromUnitId) && asked.state === 'overdue',
    done: new URL(request.url).searchParams.has('done'),
  }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const field = (name: string) => String(form.get(name) ?? '').trim()
  const consultationId = params['consultation'] ?? ''
  return orFormProblem(visit, organisationTexts, form, async () => {
    const chosen = field('change') === 'giveUp' ? 'noAnswer' : field('outcome')
    await visit.call(answerConsultation, {
      consultationId,
      // What is none of them is answered by the operation.
      outcome: outcomes.find((outcome) => outcome === chosen) ?? (chosen as 'supports'),
      text: field('text'),
      ...(field('answeredOn') ? { answeredOn: field('answeredOn') } : {}),
    })
    return redirect(`/organisation/anchoring/${consultationId}?done`)
  })
}

/** One consultation: the question, every answer that came, and the way to answer. */
export default function ConsultationPage() {
  const { asked, mayAnswer, mayGiveUp, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useTexts(anchoringTexts)
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  const answered = asked.answers.length > 0
  return (
    <>
      <PageHead
        crumbs={[
          { href: '/organisation', label: t('organisation') },
          { href: '/organisation/anchoring', label: t('title') },
        ]}
        crumbsLabel={t('crumbs')}
        title={asked.issue}
        lead={t('consultationLead', {
          from: askingName(asked),
          to: askedName(asked),
          day: asked.answerBy,
        })}
      />
      <FormNotices done={done ? t('done') : null} problem={problem} sayFields={['outcome']} />
      <p>
        <ConsultationState {...asked} />
      </p>
      <Card title={t('asked')}>
        {asked.background ? <p className={styles.text}>{asked.background}</p> : null}
        <p className={styles.soft}>{t('askedBy', { day: asked.askedOn, name: asked.askedByName })}</p>
      </Card>
      <Card title={t('answers')}>
        {answered ? (
          <ul className={styles.list}>
            {asked.answers.map((each) => (
              <li key={each.id} className={styles.answer}>
                <p>
                  <strong>{t(`outcome.${each.outcome}`)}</strong>
                </p>
                {each.text ? <p className={styles.text}>{each.text}</p> : null}
                <p className={styles.soft}>
                  {t('answeredBy', { day: each.answeredOn, name: each.answeredByName })}
                </p>
              </li>
            ))}
          </ul>
        ) : (
          <p>{asked.state === 'overdue' ? t('answersNoneOverdue') : t('answersNone')}</p>
        )}
        {mayAnswer ? (
          <PartForm
            change="answer"
            title={answered ? t('answerAgain') : t('answer')}
            {...(answered ? { text: t('answerAgainText') } : {})}
            problem={problem}
            open={!answered}
          >
            <ChoiceGroup legend={t('outcomeField')}>
              {outcomes.map((outcome) => (
                <Choice
                  key={outcome}
                  type="radio"
                  name="outcome"
                  value={outcome}
                  label={t(`outcome.${outcome}`)}
                  required
                  defaultChecked={problem?.values['outcome'] === outcome}
                />
              ))}
            </ChoiceGroup>
            <TextArea
              label={t('answerText')}
              optional={t('optional')}
              name="text"
              rows={6}
              maxLength={10_000}
              defaultValue={problem?.values['text']}
            />
            <TextField
              label={t('answeredOn')}
              optional={t('emptyToday')}
              name="answeredOn"
              type="date"
              defaultValue={problem?.values['answeredOn']}
              error={problem?.fields['answeredOn']}
            />
          </PartForm>
        ) : null}
        {mayGiveUp && !mayAnswer ? (
          <PartForm change="giveUp" title={t('noteNoAnswer')} text={t('noteNoAnswerText')} problem={problem}>
            <TextArea
              label={t('answerText')}
              optional={t('optional')}
              name="text"
              rows={3}
              maxLength={10_000}
            />
          </PartForm>
        ) : null}
      </Card>
    </>
  )
}
