import { roleTexts } from '#platform/access/messages/roles.ts'
import { roles } from '#platform/access/roles.ts'
import { useTexts } from '../../language.tsx'
import { Button, Card } from '../../ui/index.ts'
import styles from '../account.module.css'
import { demoTexts } from '../messages/demo.ts'

/** A button a role, for visitors of the demo who are nobody yet. Leads back to `back` as that person. */
export function DemoRoleChoice({ back = '/' }: { back?: string }) {
  const t = useTexts(demoTexts)
  const role = useTexts(roleTexts)
  return (
    <Card title={t('title')}>
      <p>{t('what')}</p>
      <form method="post" action="/demo/role" className={styles.roles}>
        <input type="hidden" name="back" value={back} />
        {roles.map((each) => (
          <Button key={each} name="role" value={each} kind={each === 'secretary' ? 'primary' : 'plain'}>
            {role(`role.${each}`)}
          </Button>
        ))}
      </form>
    </Card>
  )
}
