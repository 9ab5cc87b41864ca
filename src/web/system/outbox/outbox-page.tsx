import { listOutboxMessages } from '#platform/mail/index.ts'
import { mailTexts } from '#platform/mail/messages/mail.ts'
import { Moment } from '../../account/moment.tsx'
import { pageTitle } from '../../account/page-title.ts'
import { useTexts } from '../../language.tsx'
import { orProblemPage } from '../../page-problem.ts'
import { visitOf } from '../../request-context.ts'
import { ButtonLink, Card, EmptyState, Notice, PageHead, Row, Table, Tabs } from '../../ui/index.ts'
import { systemTexts } from '../messages/system.ts'
import { MailStatus, mailStates, type MailState } from './mail-state.tsx'
import { outboxTexts } from './outbox-texts.ts'
import type { Route } from './+types/outbox-page'

export const meta: Route.MetaFunction = ({ matches }) => pageTitle(outboxTexts, 'title', matches)

export async function loader({ request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url)
  const state = mailStates.find((each) => each === searchParams.get('state')) ?? null
  const after = searchParams.get('after')
  const found = await orProblemPage(
    visitOf({ context }).call(listOutboxMessages, {
      ...(state ? { state } : {}),
      ...(after ? { after } : {}),
    }),
  )
  return { ...found, state, after }
}

function address(state: MailState | null, after?: string): string {
  const query = new URLSearchParams({ ...(state ? { state } : {}), ...(after ? { after } : {}) })
  return query.size > 0 ? `/system/outbox?${query}` : '/system/outbox'
}

/** The mails that Kansli has written; without a mail server they stay here, and nothing is lost. */
export default function OutboxPage({ loaderData }: Route.ComponentProps) {
  const t = useTexts(outboxTexts)
  const words = useTexts(mailTexts)
  const system = useTexts(systemTexts)
  const { sending, counts, messages, next, state, after } = loaderData
  const total = mailStates.reduce((sum, each) => sum + (counts[each] ?? 0), 0)
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        crumbs={[{ href: '/system', label: system('title') }]}
        crumbsLabel={system('crumbs')}
      />
      {sending ? null : (
        <Notice tone={counts.waiting ? 'warn' : 'info'} title={t('notSending.title')}>
          <p>{t('notSending.text')}</p>
        </Notice>
      )}
      <Tabs
        label={t('states')}
        tabs={[null, ...mailStates].map((each) => ({
          href: address(each),
          label: each ? words(`state.${each}`) : t('state.all'),
          count: each ? (counts[each] ?? 0) : total,
          current: each === state,
        }))}
      />
      {messages.length === 0 ? (
        <EmptyState
          title={t('none.title')}
          action={state && total > 0 ? <ButtonLink href={address(null)}>{t('none.all')}</ButtonLink> : null}
        >
          {t('none.text')}
        </EmptyState>
      ) : (
        <Card>
          <Table
            label={t('title')}
            head={
              <tr>
                <th scope="col">{t('subject')}</th>
                <th scope="col">{t('recipient')}</th>
                <th scope="col">{t('created')}</th>
                <th scope="col">{t('state')}</th>
              </tr>
            }
          >
            <tbody>
              {messages.map((message) => (
                <tr key={message.id}>
                  <th scope="row">
                    <a href={`/system/outbox/${message.id}`}>{message.subject}</a>
                  </th>
                  <td>{message.recipient}</td>
                  <td>
                    <Moment at={message.createdAt} />
                  </td>
                  <td>
                    <MailStatus state={message.state} />
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        </Card>
      )}
      {next || after ? (
        <nav aria-label={t('pages')}>
          <Row>
            {after ? <ButtonLink href={address(state)}>{t('newest')}</ButtonLink> : null}
            {next ? <ButtonLink href={address(state, next)}>{t('older')}</ButtonLink> : null}
          </Row>
        </nav>
      ) : null}
    </>
  )
}
