import { redirect } from 'react-router'
import { mailTexts, readOutboxMessage, resendMail } from '#platform/mail/index.ts'
import { Moment } from '../../account/moment.tsx'
import { pageTitle } from '../../account/page-title.ts'
import { FormNotices } from '../../form-notices.tsx'
import { useTexts } from '../../language.tsx'
import { orFormProblem, orProblemPage } from '../../page-problem.ts'
import { visitOf } from '../../request-context.ts'
import { Button, Card, FactList, Notice, PageHead } from '../../ui/index.ts'
import { systemTexts } from '../messages/system.ts'
import { MailStatus } from './mail-state.tsx'
import { outboxTexts } from './outbox-texts.ts'
import styles from './outbox.module.css'
import type { Route } from './+types/message-page'

export const meta: Route.MetaFunction = ({ matches }) => pageTitle(outboxTexts, 'title', matches)

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const message = await orProblemPage(
    visitOf({ context }).call(readOutboxMessage, { messageId: params.message }),
  )
  return { message, resent: new URL(request.url).searchParams.has('resent') }
}

export async function action({ params, context }: Route.ActionArgs) {
  const visit = visitOf({ context })
  return orFormProblem(visit, mailTexts, null, async () => {
    await visit.call(resendMail, { messageId: params.message })
    return redirect(`/system/outbox/${params.message}?resent`)
  })
}

/** One mail: what it says, what became of it, and the way to try once more. */
export default function MessagePage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTexts(outboxTexts)
  const system = useTexts(systemTexts)
  const { message, resent } = loaderData
  const problem = actionData?.problem
  return (
    <>
      <PageHead
        title={message.subject}
        crumbs={[
          { href: '/system', label: system('title') },
          { href: '/system/outbox', label: t('title') },
        ]}
        crumbsLabel={system('crumbs')}
      />
      <FormNotices problem={problem} />
      {resent && !problem ? <Notice tone="good" title={t('resent')} live /> : null}
      {message.state === 'kept' ? <Notice title={t('kept')} /> : null}
      {message.tooLate ? (
        <Notice tone="warn" title={t('tooLate.title')}>
          <p>{t('tooLate.text')}</p>
        </Notice>
      ) : null}
      <Card>
        <FactList facts={useFacts(message)} />
        {message.state === 'failed' && !message.tooLate ? (
          <form method="post">
            <Button kind="primary">{t('resend')}</Button>
          </form>
        ) : null}
      </Card>
      {message.text === null ? (
        <Notice title={t('confidential.title')}>
          <p>{t('confidential.text')}</p>
        </Notice>
      ) : (
        <Card title={t('text')}>
          <p className={styles.text}>{message.text}</p>
        </Card>
      )}
    </>
  )
}

function useFacts(message: Route.ComponentProps['loaderData']['message']) {
  const t = useTexts(outboxTexts)
  return [
    { label: t('recipient'), value: message.recipient },
    { label: t('state'), value: <MailStatus state={message.state} /> },
    { label: t('created'), value: <Moment at={message.createdAt} /> },
    ...(message.sentAt ? [{ label: t('sent'), value: <Moment at={message.sentAt} /> }] : []),
    ...(message.attempts > 0 ? [{ label: t('attempts'), value: message.attempts }] : []),
    ...(message.nextAttemptAt ? [{ label: t('next'), value: <Moment at={message.nextAttemptAt} /> }] : []),
    ...(message.lastError ? [{ label: t('error'), value: message.lastError }] : []),
    ...(message.replyTo ? [{ label: t('replyTo'), value: message.replyTo }] : []),
  ]
}
