import { useTexts } from '../../language.tsx'
import { ButtonLink } from '../../ui/index.ts'
import { systemTexts } from '../messages/system.ts'
import styles from './audit.module.css'

/** The way to older entries, and back to the newest. */
export function Pager({ older, newest }: { older: string | null; newest: string | null }) {
  const t = useTexts(systemTexts)
  if (!older && !newest) return null
  return (
    <nav aria-label={t('audit.pages')} className={styles.pager}>
      {newest ? <ButtonLink href={newest}>{t('audit.newest')}</ButtonLink> : null}
      {older ? <ButtonLink href={older}>{t('audit.older')}</ButtonLink> : null}
    </nav>
  )
}
