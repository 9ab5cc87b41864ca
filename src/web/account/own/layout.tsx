import { Outlet } from 'react-router'
import { useTexts } from '../../language.tsx'
import { Notice, PageHead, Stack, Tabs } from '../../ui/index.ts'
import styles from '../account.module.css'
import { accountTexts } from '../messages/account.ts'
import { ownReader } from './own-reader.ts'
import type { Route } from './+types/layout'

const tabs = [
  { key: 'you', href: '/account' },
  { key: 'password', href: '/account/password' },
  { key: 'secondStep', href: '/account/second-step' },
  { key: 'passkeys', href: '/account/passkeys' },
  { key: 'sessions', href: '/account/sessions' },
  { key: 'tokens', href: '/account/keys' },
  { key: 'events', href: '/account/events' },
] as const

export async function loader({ request, context }: Route.LoaderArgs) {
  const { account } = await ownReader({ request, context })
  return {
    email: account.email,
    isDemo: account.isDemo,
    path: new URL(request.url).pathname.replace(/\/$/, ''),
  }
}

/** What all pages of the own account have in common: whose it is and the way to its parts. */
export default function OwnAccountLayout({ loaderData }: Route.ComponentProps) {
  const t = useTexts(accountTexts)
  const current = tabs.find(({ href }) => href === loaderData.path)?.key ?? 'you'
  return (
    <>
      <PageHead
        crumbs={current === 'you' ? [] : [{ href: '/account', label: t('title') }]}
        crumbsLabel={t('crumbs')}
        title={t(current === 'you' ? 'title' : `tab.${current}`)}
        lead={t(`lead.${current}`, { email: loaderData.email })}
      />
      <Tabs
        label={t('sections')}
        tabs={tabs.map(({ key, href }) => ({
          href,
          label: t(`tab.${key}`),
          current: key === current,
        }))}
      />
      <div className={styles.wide}>
        <Stack>
          {loaderData.isDemo ? (
            <Notice>
              <p>{t('demo')}</p>
            </Notice>
          ) : null}
          <Outlet />
        </Stack>
      </div>
    </>
  )
}
