import { useTexts } from '../../language.tsx'
import { Button, Card, PageHead, Stack, TextField } from '../../ui/index.ts'
import type { CodeTry } from '../account-pages.ts'
import styles from '../account.module.css'
import { setUpTexts } from '../messages/set-up.ts'

/** Asks for the code that was printed where the system was started. */
export function CodeForm({ tried }: { tried: CodeTry | null }) {
  const t = useTexts(setUpTexts)
  const error = tried === 'wrong' ? t('codeWrong') : tried === 'tooMany' ? t('codeTooMany') : undefined
  return (
    <div className={styles.narrow}>
      <Stack>
        <PageHead title={t('codeTitle')} lead={t('codeLead')} />
        <Card>
          <form method="get" action="/set-up">
            <Stack>
              <TextField
                label={t('code')}
                hint={t('codeHint')}
                name="code"
                autoComplete="off"
                autoCapitalize="characters"
                spellCheck={false}
                error={error}
                required
              />
              <Button kind="primary">{t('codeSubmit')}</Button>
            </Stack>
          </form>
        </Card>
      </Stack>
    </div>
  )
}
