import {
  redirect,
  useActionData,
  useLoaderData,
  useParams,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import type { Handle } from '#web/handle.ts'
import { useTexts } from '#web/language.tsx'
import { orFormProblem, orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { PublicShell } from '#web/shell/public-shell.tsx'
import { Card, Notice, PageHead, Stack } from '#web/ui/index.ts'
import { peopleTexts } from '../../../messages/people.ts'
import { applyToJoin } from '../../../operations/joining/apply-to-join.ts'
import { getJoinPage } from '../../../operations/joining/get-join-page.ts'
import { JoinForm } from './join-form.tsx'
import { joinTexts } from './public-texts.ts'
import styles from './public.module.css'

export { ErrorBoundary } from './join-problem.tsx'

export const handle = { shell: 'public' } satisfies Handle

/** What somebody writes about themselves is kept in nobody's memory on the way. */
export const headers: HeadersFunction = () => ({ 'cache-control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ loaderData }) => [
  { title: loaderData ? `${loaderData.page.title} · ${loaderData.organisation}` : 'Kansli' },
]

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const page = await orProblemPage(visit.call(getJoinPage, { page: params['page'] ?? '' }))
  const query = new URL(request.url).searchParams
  return {
    page,
    organisation: visit.organisation?.name ?? '',
    by: query.get('by')?.slice(0, 40) ?? '',
    sent: query.has('sent'),
  }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const field = (name: string) => String(form.get(name) ?? '')
  const answer = await orFormProblem(visit, peopleTexts, form, async () => {
    await visit.call(applyToJoin, {
      page: params['page'] ?? '',
      givenName: field('givenName'),
      familyName: field('familyName'),
      email: field('email'),
      phone: field('phone'),
      careOf: field('careOf'),
      street: field('street'),
      postalCode: field('postalCode'),
      city: field('city'),
      country: field('country') || 'SE',
      birthDate: field('birthDate') || null,
      homeUnitId: field('homeUnitId') || null,
      wordingIds: form.getAll('wording').map(String),
      message: field('message'),
      by: field('by') || null,
      website: field('website'),
    })
    return redirect(`/join/${params['organisation']}/${params['page']}?sent`)
  })
  return answer
}

/** A page that anybody may join through. It needs no script and asks for no account. */
export default function JoinPage() {
  const { page, organisation, by, sent } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { organisation: slug = '' } = useParams()
  const t = useTexts(joinTexts)
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  return (
    <PublicShell home={`/public/${slug}`}>
      <div className={styles.narrow}>
        <Stack>
          <PageHead title={page.title} lead={page.unitName === organisation ? undefined : page.unitName} />
          {sent ? (
            <Notice tone="good" title={t('sent.title')} live>
              <p>{t('sent.text')}</p>
            </Notice>
          ) : (
            <>
              {page.words ? <p className={styles.words}>{page.words}</p> : null}
              {page.state === 'open' ? (
                <Card>
                  <JoinForm page={page} by={by} problem={problem} />
                </Card>
              ) : (
                <Notice tone="warn" title={t(`state.${page.state}`, { day: page.opensOn })}>
                  <p>{t('state.text')}</p>
                </Notice>
              )}
            </>
          )}
        </Stack>
      </div>
    </PublicShell>
  )
}
