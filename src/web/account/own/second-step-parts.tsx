import { useTexts } from '../../language.tsx'
import { Button, ButtonLink, Card, Notice, Stack, TextField } from '../../ui/index.ts'
import styles from '../account.module.css'
import { accountTexts } from '../messages/account.ts'

/** The picture to scan, the key to type instead, and the field for the first code. */
export function ScanStep({
  uri,
  secret,
  picture,
  wrong,
}: {
  uri: string
  secret: string
  picture: { size: number; path: string }
  wrong: boolean
}) {
  const t = useTexts(accountTexts)
  return (
    <Card title={t('second.scanTitle')}>
      <form method="post">
        <Stack>
          <p>{t('second.scanText')}</p>
          {/* Black on white whatever the theme, or cameras do not read it. */}
          <svg
            className={styles.qr}
            viewBox={`-4 -4 ${picture.size + 8} ${picture.size + 8}`}
            role="img"
            aria-label={t('second.qr')}
            shapeRendering="crispEdges"
          >
            <rect x="-4" y="-4" width={picture.size + 8} height={picture.size + 8} fill="white" />
            <path d={picture.path} fill="black" />
          </svg>
          <p>
            {t('second.key')}: <span className={styles.key}>{secret}</span>
          </p>
          <input type="hidden" name="uri" value={uri} />
          <TextField
            label={t('second.code')}
            hint={t('second.codeHint')}
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            error={wrong ? t('second.codeWrong') : undefined}
            required
          />
          <p>
            <Button kind="primary" name="intent" value="confirm">
              {t('second.confirm')}
            </Button>
          </p>
        </Stack>
      </form>
    </Card>
  )
}

/** The back-up codes, once. */
export function BackupCodes({ codes }: { codes: readonly string[] }) {
  const t = useTexts(accountTexts)
  return (
    <>
      <Notice tone="good" title={t('second.onTitle')} live />
      <Card title={t('second.backupTitle')}>
        <Stack>
          <p>{t('second.backupText')}</p>
          <ul className={styles.codes}>
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
          <p>
            <ButtonLink href="/account/second-step" kind="primary">
              {t('second.backupDone')}
            </ButtonLink>
          </p>
        </Stack>
      </Card>
    </>
  )
}
