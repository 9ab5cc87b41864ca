import { data } from 'react-router'
import type { Device } from '#platform/auth/device.ts'
import { endOtherSessions, endOwnSession, listOwnSessions } from '#platform/auth/own-sessions.ts'
import { useLanguage, useTexts } from '../../language.tsx'
import { Button, Card, Notice, Row, Status } from '../../ui/index.ts'
import styles from '../account.module.css'
import { accountTexts } from '../messages/account.ts'
import { momentText } from '../moment.tsx'
import { pageTitle } from '../page-title.ts'
import { fieldOf, leadOn } from '../reader.ts'
import { ownReader } from './own-reader.ts'
import type { Route } from './+types/sessions'

export const meta: Route.MetaFunction = ({ matches }) => pageTitle(accountTexts, 'tab.sessions', matches)

export async function loader({ request, context }: Route.LoaderArgs) {
  const { account, pages, session } = await ownReader({ request, context })
  // Invented people are shared by all visitors; each sees the own visit only.
  const all = await listOwnSessions(pages.accounts, account.id)
  return {
    sessions: account.isDemo ? all.filter((each) => each.id === session.id) : all,
    current: session.id,
    isDemo: account.isDemo,
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const { account, pages, session, record } = await ownReader({ request, context })
  if (account.isDemo) throw data({ code: 'notPossibleNow' }, { status: 409 })
  if (form.get('intent') === 'others') {
    const count = await endOtherSessions(pages.accounts, account.id, session.id)
    if (count > 0) await record('end-session')
    return data({ done: 'others' as const, count })
  }
  const id = fieldOf(form, 'session')
  if (!(await endOwnSession(pages.accounts, account.id, id))) {
    throw data({ code: 'notFound' }, { status: 404 })
  }
  await record('end-session')
  return id === session.id
    ? leadOn('/sign-in?notice=signedOut', [])
    : data({ done: 'one' as const, count: 1 })
}

export default function Sessions({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTexts(accountTexts)
  const language = useLanguage()
  const { sessions, current, isDemo } = loaderData
  const named = (device: Device) =>
    device.browser && device.system
      ? t('sessions.deviceOn', { browser: device.browser, system: device.system })
      : (device.browser ?? device.system ?? t('sessions.deviceUnknown'))
  return (
    <>
      {actionData ? (
        <Notice tone="good" live>
          <p>
            {actionData.done === 'one'
              ? t('sessions.ended')
              : t('sessions.endedOthers', { count: actionData.count })}
          </p>
        </Notice>
      ) : null}
      <Card>
        <ul className={styles.things}>
          {sessions.map((session) => (
            <li key={session.id} className={styles.thing}>
              <div className={styles.thingHead}>
                <span className={styles.thingName}>{named(session.device)}</span>
                {session.id === current ? <Status tone="good">{t('sessions.this')}</Status> : null}
                {session.secondFactor ? <Status tone="plain">{t('sessions.twoSteps')}</Status> : null}
              </div>
              <Row align="between">
                <span className={styles.soft}>
                  {[
                    t('sessions.usedAt', { at: momentText(session.usedAt, language) }),
                    t('sessions.openedAt', { at: momentText(session.openedAt, language) }),
                    session.place ? t('sessions.from', { place: session.place }) : '',
                  ]
                    .filter(Boolean)
                    .join(', ')}
                </span>
                {isDemo ? null : (
                  <form method="post">
                    <input type="hidden" name="session" value={session.id} />
                    <Button small aria-label={t('sessions.endOf', { device: named(session.device) })}>
                      {t('sessions.end')}
                    </Button>
                  </form>
                )}
              </Row>
            </li>
          ))}
        </ul>
        {sessions.length > 1 ? (
          <form method="post">
            <Button name="intent" value="others">
              {t('sessions.endOthers')}
            </Button>
          </form>
        ) : null}
      </Card>
    </>
  )
}
