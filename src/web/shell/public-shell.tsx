import type { ReactNode } from 'react'
import { useLocation, useRouteLoaderData } from 'react-router'
import { useTexts } from '../language.tsx'
import { shellTexts } from '../messages/shell.ts'
import { Menu } from '../ui/index.ts'
import { Mark } from './mark.tsx'
import type { ShellData } from './office-shell.tsx'
import { Preferences } from './preferences.tsx'
import styles from './public-shell.module.css'

/**
 * The frame around what everybody may read: whose it is, language and looks. It is the same for whoever asks, so that
 * a finished page can be given to all.
 * @param home where the organisation's published things are listed
 */
export function PublicShell({ home, children }: { home: string; children: ReactNode }) {
  const t = useTexts(shellTexts)
  const { pathname } = useLocation()
  const data = useRouteLoaderData<{ shell: ShellData; theme: ShellData['theme'] }>('root')
  return (
    <div className={styles.page}>
      <a href="#content" className={styles.skip}>
        {t('skip')}
      </a>
      <header className={styles.top}>
        <div className={styles.row}>
          <a href={home} className={styles.brand}>
            <span className={styles.mark}>
              <Mark />
            </span>
            <span>{data?.shell.organisationName ?? 'Kansli'}</span>
          </a>
          <div className={styles.side}>
            <Menu summary={t('language')}>
              <Preferences theme={data?.theme ?? null} path={pathname} />
            </Menu>
          </div>
        </div>
      </header>
      {data?.shell.demo ? (
        <aside className={styles.demo} aria-label={t('demo.title')}>
          <p>
            <strong>{t('demo.title')}</strong> {t('public.demo')}
          </p>
        </aside>
      ) : (
        <div />
      )}
      <main id="content" className={styles.main} tabIndex={-1}>
        {children}
      </main>
      <footer className={styles.footer}>
        <div className={styles.row}>
          <span>{t('public.footer')}</span>
          <a href="/api">{t('footer.api')}</a>
        </div>
      </footer>
    </div>
  )
}
