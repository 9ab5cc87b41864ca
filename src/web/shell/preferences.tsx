import { useLanguage, useTexts } from '../language.tsx'
import { shellTexts } from '../messages/shell.ts'
import styles from './shell.module.css'

/** Language and appearance, as small forms that work without scripts; they lead back to the same page. */
export function Preferences({ theme, path }: { theme: 'light' | 'dark' | null; path: string }) {
  const t = useTexts(shellTexts)
  const language = useLanguage()
  return (
    <>
      <form method="post" action="/preferences" className={styles.choices}>
        <input type="hidden" name="back" value={path} />
        <p className={styles.choicesTitle}>{t('language')}</p>
        <button name="language" value="sv" lang="sv" aria-pressed={language === 'sv'}>
          {t('swedish')}
        </button>
        <button name="language" value="en" lang="en" aria-pressed={language === 'en'}>
          {t('english')}
        </button>
      </form>
      <form method="post" action="/preferences" className={styles.choices}>
        <input type="hidden" name="back" value={path} />
        <p className={styles.choicesTitle}>{t('theme')}</p>
        <button name="theme" value="auto" aria-pressed={theme === null}>
          {t('theme.auto')}
        </button>
        <button name="theme" value="light" aria-pressed={theme === 'light'}>
          {t('theme.light')}
        </button>
        <button name="theme" value="dark" aria-pressed={theme === 'dark'}>
          {t('theme.dark')}
        </button>
      </form>
    </>
  )
}
