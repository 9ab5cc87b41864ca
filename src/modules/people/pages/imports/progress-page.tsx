import { useEffect } from 'react'
import {
  redirect,
  useLoaderData,
  useRevalidator,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import type { Handle } from '#web/handle.ts'
import { useTexts } from '#web/language.tsx'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { Button, ButtonLink, Card, PageHead, Progress, Row } from '#web/ui/index.ts'
import { getPeopleImport } from '../../operations/imports/get-people-import.ts'
import { previewPeopleImport } from '../../operations/imports/preview-people-import.ts'
import { importTexts } from './import-texts.ts'

export const handle = { scripts: true } satisfies Handle

export const meta: MetaFunction = ({ matches }) => pageTitle(importTexts, 'progress.title', matches)

/** Where somebody waits for a large file; when it is read, or written, they are led on. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const runId = params['run'] ?? ''
  const { run, share } = await orProblemPage(visit.call(getPeopleImport, { runId }))
  if (share !== null) return { run, share, writing: true }
  if (run.state === 'prepared') {
    const preview = await visit.call(previewPeopleImport, { runId, wait: false }).catch(() => null)
    if (preview?.state === 'reading') return { run, share: preview.share, writing: false }
  }
  throw redirect(`/people/import/${runId}`)
}

const pause = 700

/** How far an import has come, with a way to stop it. Looks again by itself, with scripts and without. */
export default function ProgressPage() {
  const { run, share, writing } = useLoaderData<typeof loader>()
  const { revalidate, state } = useRevalidator()
  const t = useTexts(importTexts)
  useEffect(() => {
    if (state !== 'idle') return undefined
    const timer = setTimeout(() => void revalidate(), pause)
    return () => clearTimeout(timer)
  }, [revalidate, state])
  const address = `/people/import/${run.id}`
  const title = writing ? t('progress.writing') : t('progress.reading')
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
      <PageHead
        crumbs={[{ href: '/people/import', label: t('title') }]}
        crumbsLabel={t('crumbs')}
        title={title}
        lead={run.fileName}
      />
      <Card>
        <Progress label={title} share={share} />
        <p role="status">{t('progress.share', { share })}</p>
        <p>{writing ? t('progress.writing.text') : t('progress.reading.text')}</p>
        <Row>
          {writing ? (
            <form method="post" action={address}>
              <Button name="do" value="cancel" kind="danger">
                {t('stop')}
              </Button>
            </form>
          ) : null}
          <ButtonLink href={`${address}/progress`}>{t('progress.again')}</ButtonLink>
        </Row>
      </Card>
    </>
  )
}
