import { data, redirect, useActionData, useLoaderData } from 'react-router'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { accountPagesOf } from '#web/account/account-pages.ts'
import { useTexts } from '#web/language.tsx'
import { orFormProblem } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { Problem } from '#platform/operations/problem.ts'
import { Button, ButtonLink, Card, Notice, PageHead, Stack, TextField } from '#web/ui/index.ts'
import { peopleTexts } from '../../messages/people.ts'
import { answerAccountInvitation } from '../../operations/privacy/answer-account-invitation.ts'
import { getAccountInvitation } from '../../operations/privacy/get-account-invitation.ts'
import { organisationOfLink } from '../../store/privacy/link-token.ts'
import { ownTexts } from './own-texts.ts'
import styles from './privacy.module.css'

export const meta: MetaFunction = ({ matches }) => pageTitle(ownTexts, 'linkTitle', matches)

type Args = Pick<LoaderFunctionArgs, 'context'>

function callIn({ context }: Args, token: string) {
  const organisationId = organisationOfLink(token)
  return organisationId ? accountPagesOf({ context }).callIn(visitOf({ context }), organisationId) : null
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const token = new URL(request.url).searchParams.get('token') ?? ''
  const { session } = visitOf({ context })
  const offer = await offerOf({ context }, token)
  return data({ token, offer, account: session?.name ?? null }, { status: offer ? 200 : 404 })
}

async function offerOf(args: Args, token: string) {
  try {
    return (await callIn(args, token)?.(getAccountInvitation, { token })) ?? null
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const token = String(form.get('token') ?? '')
  const password = String(form.get('password') ?? '')
  const call = callIn({ context }, token)
  return orFormProblem(visit, peopleTexts, null, async () => {
    if (!call) throw new Problem('notFound')
    await call(answerAccountInvitation, { token, ...(visit.session ? {} : { password }) })
    return redirect(visit.session ? '/me' : '/sign-in?back=%2Fme&notice=passwordChosen')
  })
}

/** The link in the mail: a button to press, so that a mail scanner that opens it changes nothing. */
export default function LinkPage() {
  const { token, offer, account } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useTexts(ownTexts)
  if (!offer) return <PageHead title={t('linkGone')} lead={t('linkGoneText')} />
  const back = encodeURIComponent(`/me/link?token=${encodeURIComponent(token)}`)
  return (
    <div className={styles.narrow}>
      <Stack>
        <PageHead title={t('linkTitle')} lead={t('linkLead', { organisation: offer.organisationName })} />
        {answer?.problem ? (
          <Notice tone="bad" title={answer.problem.title} live>
            <p>{answer.problem.fields['password'] ?? answer.problem.detail}</p>
          </Notice>
        ) : null}
        <Card>
          <form method="post" action="/me/link">
            <Stack>
              <p>{account ? t('linkAs', { name: account }) : t('linkNew', { email: offer.email })}</p>
              <input type="hidden" name="token" value={token} />
              {account ? null : (
                <>
                  <input type="hidden" name="username" autoComplete="username" value={offer.email} />
                  <TextField
                    label={t('linkPassword')}
                    name="password"
                    type="password"
                    autoComplete="new-password"
                    error={answer?.problem.fields['password']}
                    required
                  />
                </>
              )}
              <p>
                <Button kind="primary">{t('linkButton')}</Button>
              </p>
            </Stack>
          </form>
          {account ? null : (
            <p>
              <ButtonLink href={`/sign-in?back=${back}`}>{t('linkSignIn')}</ButtonLink>
            </p>
          )}
        </Card>
      </Stack>
    </div>
  )
}
