import {
  data,
  redirect,
  useActionData,
  useLoaderData,
  useParams,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { Problem } from '#platform/operations/problem.ts'
import { pageTitle } from '#web/account/page-title.ts'
import { FormNotices } from '#web/form-notices.tsx'
import type { Handle } from '#web/handle.ts'
import { useTexts } from '#web/language.tsx'
import { orFormProblem } from '#web/page-problem.ts'
import { visitOf, type Visit } from '#web/request-context.ts'
import { PublicShell } from '#web/shell/public-shell.tsx'
import { Button, Card, Disclosure, FactList, PageHead, Stack } from '#web/ui/index.ts'
import { peopleTexts } from '../../../messages/people.ts'
import { confirmApplication } from '../../../operations/joining/confirm-application.ts'
import { getOwnApplication } from '../../../operations/joining/get-own-application.ts'
import { withdrawApplication } from '../../../operations/joining/withdraw-application.ts'
import { joinTexts } from './public-texts.ts'
import styles from './public.module.css'

export { ErrorBoundary } from './join-problem.tsx'

export const handle = { shell: 'public' } satisfies Handle

export const headers: HeadersFunction = () => ({ 'cache-control': 'no-store' })

export const meta: MetaFunction = ({ matches }) => pageTitle(joinTexts, 'confirm.title', matches)

const outcomes = ['confirmed', 'withdrawn'] as const

/** Looking at the link changes nothing: programs that read people's mail look at every link in it. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const query = new URL(request.url).searchParams
  const done = outcomes.find((each) => each === query.get('done')) ?? null
  const token = query.get('token') ?? ''
  const application = done ? null : await applicationOf(visit, token)
  return data({ token, application, done }, { status: application || done ? 200 : 404 })
}

async function applicationOf(visit: Visit, token: string) {
  try {
    return await visit.call(getOwnApplication, { token })
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const token = String(form.get('token') ?? '')
  const back = (done: (typeof outcomes)[number]) =>
    redirect(`/join/${params['organisation']}/${params['page']}/confirm?done=${done}`)
  return orFormProblem(visit, peopleTexts, form, async () => {
    if (form.has('withdraw')) {
      await visit.call(withdrawApplication, { token })
      return back('withdrawn')
    }
    await visit.call(confirmApplication, { token })
    return back('confirmed')
  })
}

/** Where the link in the mail leads: what was applied for, and the button that confirms it. */
export default function ConfirmPage() {
  const { token, application, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { organisation = '', page = '' } = useParams()
  const t = useTexts(joinTexts)
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  if (done || !application) {
    const state = done ?? 'gone'
    return (
      <PublicShell home={`/public/${organisation}`}>
        <div className={styles.narrow}>
          <PageHead title={t(`${state}.title`)} lead={t(`${state}.text`)} />
          {state === 'confirmed' ? null : (
            <p>
              <a href={`/join/${organisation}/${page}`}>{t('again')}</a>
            </p>
          )}
        </div>
      </PublicShell>
    )
  }
  const waits = application.state === 'waiting'
  return (
    <PublicShell home={`/public/${organisation}`}>
      <div className={styles.narrow}>
        <Stack>
          <PageHead
            title={t(waits ? 'waits.title' : 'confirm.title')}
            lead={t(waits ? 'waits.text' : 'confirm.lead')}
          />
          <FormNotices problem={problem} />
          <Card>
            <FactList
              facts={[
                { label: t('name'), value: `${application.givenName} ${application.familyName}` },
                { label: t('email'), value: application.email },
                ...(application.phone ? [{ label: t('phone'), value: application.phone }] : []),
                { label: t('street'), value: application.address },
                {
                  label: t('home'),
                  value: [application.unitName, application.extraUnitName].filter(Boolean).join(', '),
                },
              ]}
            />
            {waits ? null : (
              <form method="post">
                <input type="hidden" name="token" value={token} />
                <Button kind="primary">{t('confirm.submit')}</Button>
              </form>
            )}
          </Card>
          <Disclosure summary={t('withdraw.title')}>
            <form method="post">
              <Stack>
                <p>{t('withdraw.text')}</p>
                <input type="hidden" name="token" value={token} />
                <p>
                  <Button kind="danger" name="withdraw" value="yes">
                    {t('withdraw.submit')}
                  </Button>
                </p>
              </Stack>
            </form>
          </Disclosure>
        </Stack>
      </div>
    </PublicShell>
  )
}
