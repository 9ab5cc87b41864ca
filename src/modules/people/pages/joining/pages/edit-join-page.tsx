import QRCode from 'qrcode'
import {
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { found } from '#platform/operations/problem.ts'
import { pageTitle } from '#web/account/page-title.ts'
import { FormNotices } from '#web/form-notices.tsx'
import { useTexts } from '#web/language.tsx'
import { orFormProblem, orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { Button, ButtonLink, Card, Columns, PageHead, Row, Stack, Status } from '#web/ui/index.ts'
import { peopleTexts } from '../../../messages/people.ts'
import { closeJoinPage } from '../../../operations/joining/close-join-page.ts'
import { listJoinPages } from '../../../operations/joining/list-join-pages.ts'
import { updateJoinPage } from '../../../operations/joining/update-join-page.ts'
import { joiningTexts } from '../joining-texts.ts'
import styles from '../joining.module.css'
import { PageForm } from './page-form.tsx'
import { pageInput } from './page-input.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, loaderData }) =>
  pageTitle(joiningTexts, 'page.of', matches, { title: loaderData?.page.title ?? '' })

const outcomes = ['created', 'saved', 'closed', 'opened'] as const

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const { pages, ...choices } = await orProblemPage(
    (async () => {
      const shown = await visit.call(listJoinPages, { pageId: params['page'] ?? '' })
      found(shown.pages[0])
      return shown
    })(),
  )
  const page = pages[0]!
  const code = await QRCode.toString(page.link, { type: 'svg', margin: 2 })
  const done = new URL(request.url).searchParams.get('done')
  return {
    page,
    choices,
    code: `data:image/svg+xml;base64,${Buffer.from(code).toString('base64')}`,
    done: outcomes.find((each) => each === done) ?? null,
  }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const pageId = params['page'] ?? ''
  const change = String(form.get('change') ?? '')
  const answer = await orFormProblem(visit, peopleTexts, form, async () => {
    if (change === 'close' || change === 'open') {
      await visit.call(closeJoinPage, { pageId, open: change === 'open' })
      return redirect(`/people/joining/${pageId}?done=${change === 'open' ? 'opened' : 'closed'}`)
    }
    await visit.call(updateJoinPage, { pageId, ...pageInput(form) })
    return redirect(`/people/joining/${pageId}?done=saved`)
  })
  return answer
}

/** One join page: how it is shared, what it says, and the way to close it. */
export default function EditJoinPage() {
  const { page, choices, code, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useTexts(joiningTexts)
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  const isClosed = page.state === 'closed'
  return (
    <>
      <PageHead
        crumbs={[{ href: '/people/joining', label: t('pages.title') }]}
        crumbsLabel={t('crumbs')}
        title={page.title}
        lead={page.unitName}
      />
      <FormNotices done={done ? t(`page.done.${done}`) : null} problem={problem} />
      <Columns>
        <Card title={t('page.share')}>
          <p>
            <Status tone={page.state === 'open' ? 'good' : 'plain'}>{t(`state.${page.state}`)}</Status>{' '}
            {page.target === null
              ? t('pages.uses', { uses: page.uses })
              : t('pages.usesOf', { uses: page.uses, target: page.target })}
          </p>
          <p className={styles.link}>
            <a href={page.link}>{page.link}</a>
          </p>
          <img src={code} alt={t('page.code', { link: page.link })} className={styles.code} />
          <Row>
            <ButtonLink href={`/people/joining/${page.id}/poster`}>{t('page.poster')}</ButtonLink>
          </Row>
          <p className={styles.soft}>{t('page.posterHint')}</p>
          <form method="post">
            <Stack gap="tight">
              <input type="hidden" name="change" value={isClosed ? 'open' : 'close'} />
              <p>
                <Button kind={isClosed ? 'plain' : 'danger'} small>
                  {t(isClosed ? 'page.open' : 'page.close')}
                </Button>
              </p>
            </Stack>
          </form>
        </Card>
        <Card title={t('page.decided')}>
          <PageForm page={page} choices={choices} problem={problem} />
        </Card>
      </Columns>
    </>
  )
}
