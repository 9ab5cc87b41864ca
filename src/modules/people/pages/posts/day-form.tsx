import type { ReactNode } from 'react'
import { useTexts } from '#web/language.tsx'
import { Button, Notice, TextField } from '#web/ui/index.ts'
import { postsTexts } from './posts-texts.ts'
import styles from './posts.module.css'

/** Asks on which day a page is to be shown, with what else it is narrowed by. */
export function DayForm({ asked, children }: { asked: string | null; children?: ReactNode }) {
  const t = useTexts(postsTexts)
  return (
    <search>
      <form className={styles.filters}>
        {children}
        <TextField
          label={t('asOf')}
          optional={t('emptyToday')}
          name="asOf"
          type="date"
          defaultValue={asked ?? ''}
        />
        <p>
          <Button>{t('show')}</Button>
        </p>
      </form>
    </search>
  )
}

/** Says that a page shows another day than today. */
export function ThenNotice({ asked, today }: { asked: string | null; today: string }) {
  const t = useTexts(postsTexts)
  if (!asked) return null
  return (
    <Notice>
      <p>
        {t('then', { day: asked })} <a href={today}>{t('today')}</a>
      </p>
    </Notice>
  )
}
