import type { Role } from '#platform/access/roles.ts'
import { roleTexts } from '#platform/access/messages/roles.ts'
import { useTexts } from '../language.tsx'
import { shellTexts } from '../messages/shell.ts'
import { Button } from '../ui/index.ts'
import styles from './shell.module.css'

/** Says that nothing here is real, and lets the visitor see the office with other people's eyes. */
export function DemoBanner({
  demo,
  path,
}: {
  demo: { roles: readonly Role[]; current: Role | null }
  path: string
}) {
  const t = useTexts(shellTexts)
  const name = useTexts(roleTexts)
  return (
    <aside className={styles.demo} aria-label={t('demo.title')}>
      <div className={styles.demoRow}>
        <p>
          <strong>{t('demo.title')}</strong> {t('demo.text')}
        </p>
        <form method="post" action="/demo/role" className={styles.demoForm}>
          <input type="hidden" name="back" value={path} />
          <label htmlFor="demo-role">{t('demo.role')}</label>
          <select id="demo-role" name="role" defaultValue={demo.current ?? ''}>
            {demo.current ? null : <option value="">{name('role.none')}</option>}
            {demo.roles.map((role) => (
              <option key={role} value={role}>
                {name(`role.${role}`)}
              </option>
            ))}
          </select>
          <Button small>{t('demo.switch')}</Button>
        </form>
      </div>
    </aside>
  )
}
