import {
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { changePublicBody, endPublicBody, organisationTexts } from '#modules/organisation/index.ts'
import { pageTitle } from '#web/account/page-title.ts'
import { AsOfControl } from '#web/as-of/as-of-control.tsx'
import { dayAsked, onDay } from '#web/as-of/as-of.ts'
import { PartForm } from '#web/change-form.tsx'
import { FormNotices } from '#web/form-notices.tsx'
import { useTexts } from '#web/language.tsx'
import { mayIn } from '#web/may-in.ts'
import { orFormProblem, orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { Card, Choice, PageHead, SelectField, Stack, TextField } from '#web/ui/index.ts'
import { peopleTexts } from '../../messages/people.ts'
import { endMandate } from '../../operations/posts/end-mandate.ts'
import { listMandates } from '../../operations/posts/list-mandates.ts'
import { recordMandate } from '../../operations/posts/record-mandate.ts'
import { withdrawPost } from '../../operations/posts/withdraw-post.ts'
import { mandatePosts } from '../../rules/posts/kinds.ts'
import { publicBodyAddress } from './addresses.ts'
import { CandidateForm } from './candidate-form.tsx'
import { candidatesAsked } from './candidates-asked.ts'
import { FromToDays } from './day-fields.tsx'
import { EndForms } from './end-forms.tsx'
import { formFields } from '#web/form-fields.ts'
import { MandateLine, useMandateWords } from './mandate-line.tsx'
import { postsTexts } from './posts-texts.ts'
import styles from './posts.module.css'

export const meta: MetaFunction<typeof loader> = ({ matches, loaderData }) =>
  pageTitle(postsTexts, 'named', matches, { name: loaderData?.body.name ?? '' })

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const asked = dayAsked(request)
  const publicBodyId = params['publicBody'] ?? ''
  const { bodies } = await orProblemPage(
    visit.call(listMandates, { publicBodyId, ...(asked ? { asOf: asked } : {}) }),
  )
  const body = bodies[0]
  // oxlint-disable-next-line typescript/only-throw-error -- how a page says that it is not there
  if (!body) throw new Response(null, { status: 404 })
  const may = {
    record: !asked && mayIn(visit, recordMandate, body.unitId),
    change: !asked && body.validTo === null && mayIn(visit, changePublicBody, body.unitId),
  }
  return {
    asked,
    body,
    may,
    candidates: may.record ? await candidatesAsked(visit, request) : null,
    done: new URL(request.url).searchParams.has('done'),
  }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const publicBodyId = params['publicBody'] ?? ''
  const { field, day } = formFields(form)
  const change = field('change')
  const carriedOut = async () => {
    switch (change) {
      case 'record':
        return visit.call(recordMandate, {
          publicBodyId,
          personId: field('personId'),
          seatKind: field('seatKind') as 'ordinary',
          post: field('post') as '',
          partyGroup: field('partyGroup'),
          appointedBy: field('appointedBy'),
          viaAgreement: field('viaAgreement'),
          namePublic: form.has('namePublic'),
          ...day('from'),
          ...day('to'),
        })
      case 'endMandate':
        return visit.call(endMandate, {
          mandateId: field('mandateId'),
          reason: field('reason'),
          ...day('lastDay'),
        })
      case 'withdraw':
        return visit.call(withdrawPost, { kind: 'mandate', id: field('mandateId') })
      case 'endBody':
        return visit.call(endPublicBody, { publicBodyId, lastDay: field('lastDay') })
      default:
        return visit.call(changePublicBody, {
          publicBodyId,
          name: field('name'),
          policyArea: field('policyArea'),
          ...day('from'),
        })
    }
  }
  const texts = ['record', 'endMandate', 'withdraw'].includes(change) ? peopleTexts : organisationTexts
  return orFormProblem(visit, texts, form, async () => {
    await carriedOut()
    return redirect(`${publicBodyAddress(publicBodyId)}?done`)
  })
}

/** One public body: who of ours sits there on a day, and the forms to write down who comes and goes. */
export default function PublicBodyPage() {
  const { asked, body, may, candidates, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useTexts(postsTexts)
  const words = useMandateWords()
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  const holders = body.holders.map((each) => ({ value: each.id, label: `${each.name}, ${words(each)}` }))
  const text = (name: 'partyGroup' | 'appointedBy' | 'viaAgreement') => (
    <TextField
      label={t(name)}
      optional={t('optional')}
      name={name}
      maxLength={200}
      defaultValue={problem?.values[name]}
    />
  )
  return (
    <>
      <PageHead
        crumbs={[
          { href: onDay('/organisation', asked), label: t('organisation') },
          { href: onDay('/organisation/mandates', asked), label: t('mandates') },
        ]}
        crumbsLabel={t('crumbs')}
        title={body.name}
        lead={[t(`publicKind.${body.kind}`), body.areaName, body.policyArea].filter(Boolean).join(' · ')}
      />
      <FormNotices done={done ? t('done') : null} problem={problem} sayFields="any" />
      <AsOfControl asked={asked} />
      <Card title={t('holders')}>
        {body.holders.length + body.hidden === 0 ? <p>{t('nobody')}</p> : null}
        <ul className={styles.list}>
          {body.holders.map((mandate) => (
            <li key={mandate.id}>
              <MandateLine mandate={mandate} />
            </li>
          ))}
          {body.hidden > 0 ? <li>{t('hidden', { count: body.hidden })}</li> : null}
        </ul>
      </Card>
      {may.record ? (
        <Card title={t('record')} id="appoint">
          <Stack>
            <CandidateForm
              candidates={candidates}
              change="record"
              title={t('recordButton')}
              problem={problem}
            >
              <SelectField
                label={t('seat')}
                name="seatKind"
                options={[
                  { value: 'ordinary', label: t('ordinary') },
                  { value: 'deputy', label: t('deputy') },
                ]}
              />
              <SelectField
                label={t('post')}
                name="post"
                options={mandatePosts.map((post) => ({
                  value: post,
                  label: post ? t(`post.${post}`) : t('none'),
                }))}
              />
              {text('partyGroup')}
              {text('appointedBy')}
              {text('viaAgreement')}
              <FromToDays problem={problem} />
              <Choice label={t('namePublic')} hint={t('namePublicHint')} name="namePublic" />
            </CandidateForm>
            <EndForms
              end={{ change: 'endMandate', title: t('endMandate'), text: t('endMandateText') }}
              withdraw="withdraw"
              choice={{ name: 'mandateId', label: t('who'), options: holders }}
              problem={problem}
            />
          </Stack>
        </Card>
      ) : null}
      {may.change ? (
        <Card title={t('change')}>
          <PartForm
            change="change"
            title={t('changePublicBody')}
            text={t('changeBodyText')}
            problem={problem}
          >
            <TextField label={t('name')} name="name" required maxLength={200} defaultValue={body.name} />
            <TextField
              label={t('policyArea')}
              hint={t('policyAreaHint')}
              optional={t('optional')}
              name="policyArea"
              maxLength={100}
              defaultValue={body.policyArea}
            />
            <TextField label={t('from')} optional={t('emptyToday')} name="from" type="date" />
          </PartForm>
          <PartForm
            change="endBody"
            title={t('endPublicBody')}
            text={t('endPublicBodyText')}
            problem={problem}
            danger
          >
            <TextField label={t('lastDay')} name="lastDay" type="date" required />
          </PartForm>
        </Card>
      ) : null}
    </>
  )
}
