import type { ReactNode } from 'react'
import type { Role } from '#platform/access/roles.ts'
import { useTexts } from '../language.tsx'
import { shellTexts } from '../messages/shell.ts'
import { Button, ButtonLink, Menu } from '../ui/index.ts'
import { DemoBanner } from './demo-banner.tsx'
import { Mark } from './mark.tsx'
import { Preferences } from './preferences.tsx'
import styles from './shell.module.css'

export type ShellData = {
  organisationName: string
  person: { name: string } | null
  theme: 'light' | 'dark' | null
  path: string
  navigation: {
    href: string
    key: 'home' | 'budget' | 'people' | 'organisation' | 'system'
    current: boolean
  }[]
  demo: { roles: readonly Role[]; current: Role | null } | null
}

/** The frame around every page of the office: the way to the other parts, the account, language and looks. */
export function OfficeShell({ shell, children }: { shell: ShellData; children: ReactNode }) {
  const t = useTexts(shellTexts)
  return (
    <div className={styles.page}>
      <a href="#content" className={styles.skip}>
        {t('skip')}
      </a>
      <header className={styles.top}>
        <div className={styles.topRow}>
          <a href="/" className={styles.brand}>
            <span className={styles.mark}>
              <Mark />
            </span>
            <span>{shell.organisationName}</span>
          </a>
          <div className={styles.wide}>
            <nav aria-label={t('mainNavigation')}>
              <ul className={styles.nav} role="list">
                <NavigationItems shell={shell} />
              </ul>
            </nav>
            <div className={styles.side}>
              <AccountMenu shell={shell} />
            </div>
          </div>
          <div className={`${styles.narrow} ${styles.side}`}>
            <Menu summary={t('menu')}>
              <nav aria-label={t('mainNavigation')}>
                <ul role="list">
                  <NavigationItems shell={shell} className={styles.panelLink} />
                </ul>
              </nav>
              <AccountItems shell={shell} />
            </Menu>
          </div>
        </div>
      </header>
      {shell.demo ? <DemoBanner demo={shell.demo} path={shell.path} /> : <div />}
      <main id="content" className={styles.main} tabIndex={-1}>
        {children}
      </main>
      <footer className={styles.footer}>
        <div className={styles.footerRow}>
          <span>{t('footer.source')}</span>
          {shell.navigation.some((item) => item.key === 'budget') ? (
            <a href="/budget/tour">{t('footer.tour')}</a>
          ) : null}
          <a href="/api">{t('footer.api')}</a>
        </div>
      </footer>
    </div>
  )
}

function NavigationItems({ shell, className }: { shell: ShellData; className?: string | undefined }) {
  const t = useTexts(shellTexts)
  return shell.navigation.map((item) => (
    <li key={item.href}>
      <a href={item.href} aria-current={item.current ? 'page' : undefined} className={className}>
        {t(item.key)}
      </a>
    </li>
  ))
}

function AccountMenu({ shell }: { shell: ShellData }) {
  const t = useTexts(shellTexts)
  return (
    <>
      {shell.person ? null : (
        <ButtonLink href={`/sign-in?back=${encodeURIComponent(shell.path)}`} kind="quiet" small>
          {t('signIn')}
        </ButtonLink>
      )}
      <Menu summary={shell.person?.name ?? t('language')}>
        <AccountItems shell={shell} />
      </Menu>
    </>
  )
}

function AccountItems({ shell }: { shell: ShellData }) {
  const t = useTexts(shellTexts)
  return (
    <>
      {shell.person ? (
        <>
          <a href="/me" className={styles.panelLink}>
            {t('ownPage')}
          </a>
          <a href="/account" className={styles.panelLink}>
            {t('account')}
          </a>
        </>
      ) : (
        <a href={`/sign-in?back=${encodeURIComponent(shell.path)}`} className={styles.panelLink}>
          {t('signIn')}
        </a>
      )}
      <Preferences theme={shell.theme} path={shell.path} />
      {shell.person ? (
        <form method="post" action="/sign-out" className={styles.choices}>
          <Button kind="quiet" small>
            {t('signOut')}
          </Button>
        </form>
      ) : null}
    </>
  )
}
