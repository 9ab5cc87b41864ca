import type { ReactNode } from 'react'
import { useLocation } from 'react-router'
import { useTexts } from '#web/language.tsx'
import { Button, ButtonLink, Notice, TextField } from '#web/ui/index.ts'
import { asOfTexts } from './as-of-texts.ts'
import { todayAgain } from './as-of.ts'
import styles from './as-of.module.css'

/**
 * Asks on which day a page is to be read, with whatever else narrows it (`children`), and says clearly when another day
 * than today is shown. A form of its own, so that it needs no script; whoever shows it hides what changes anything.
 */
export function AsOfControl({ asked, children }: { asked: string | null; children?: ReactNode }) {
  const { pathname, search } = useLocation()
  const t = useTexts(asOfTexts)
  return (
    <div className={styles.control}>
      <search>
        <form className={styles.form}>
          {children}
          <TextField
            label={t('asOf')}
            optional={t('emptyToday')}
            name="on"
            type="date"
            defaultValue={asked ?? ''}
          />
          <p>
            <Button>{t('show')}</Button>
          </p>
        </form>
      </search>
      {asked ? (
        <Notice tone="warn" title={t('then', { day: asked })}>
          <p>{t('thenText')}</p>
          <p>
            <ButtonLink href={todayAgain(pathname, search)} small>
              {t('today')}
            </ButtonLink>
          </p>
        </Notice>
      ) : null}
    </div>
  )
}
