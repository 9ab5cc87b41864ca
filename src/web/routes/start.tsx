import { redirect, useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { BookOverview, overviewOfLatestBook } from '#modules/budget/pages/start.tsx'
import { accountPagesOf } from '../account/account-pages.ts'
import { DemoRoleChoice } from '../account/demo/demo-role-choice.tsx'
import { useTexts } from '../language.tsx'
import { shellTexts } from '../messages/shell.ts'
import { orProblemPage } from '../page-problem.ts'
import { visitOf } from '../request-context.ts'
import { ButtonLink, EmptyState, PageHead } from '../ui/index.ts'

/**
 * The first page. In the demo a newcomer is let in as the political secretary at once, because the first thing to
 * see is the work itself and not a form; who sends no cookies back gets to choose a role instead.
 */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  if (visit.actor.kind === 'anonymous') {
    if (!visit.demo) throw redirect('/sign-in')
    const url = new URL(request.url)
    if (!url.searchParams.has('welcome')) {
      const entered = await accountPagesOf({ context }).enterDemo(visit, request.headers, 'secretary')
      if (entered) {
        const headers = new Headers()
        for (const cookie of entered.cookies) headers.append('set-cookie', cookie)
        throw redirect('/?welcome=1', { headers })
      }
    }
    return { state: 'demo' as const }
  }
  const latest = await orProblemPage(overviewOfLatestBook(visit, request.headers))
  return latest
    ? { state: 'book' as const, ...latest }
    : { state: 'empty' as const, mayRead: latest === null }
}

export default function Start() {
  const data = useLoaderData<typeof loader>()
  const t = useTexts(shellTexts)
  if (data.state === 'demo') {
    return (
      <>
        <PageHead title={t('demo.title')} lead={t('demo.choose')} />
        <DemoRoleChoice />
      </>
    )
  }
  if (data.state === 'empty') {
    return (
      <>
        <PageHead title={t('home')} />
        <EmptyState
          title={data.mayRead ? t('start.empty.title') : t('start.noRole.title')}
          action={data.mayRead ? <ButtonLink href="/budget">{t('budget')}</ButtonLink> : null}
        >
          {data.mayRead ? t('start.empty.text') : t('start.noRole.text')}
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <PageHead
        title={data.book.title}
        lead={t('start.lead', { jurisdiction: data.book.jurisdiction })}
        actions={<ButtonLink href={`/budget/${data.book.slug}`}>{t('start.open')}</ButtonLink>}
      />
      <BookOverview
        book={data.book}
        overview={data.overview}
        mayWrite={data.mayWrite}
        tour={data.tour}
        here="/"
      />
    </>
  )
}
