import { useTexts } from '#web/language.tsx'
import { Button, Card, Notice, PageHead, Stack } from '#web/ui/index.ts'
import { ownTexts } from './own-texts.ts'

/** The own page of an account that is tied to no record: what that means and how to come to one. */
export function NoRecord({ searched, demo }: { searched: boolean; demo: boolean }) {
  const t = useTexts(ownTexts)
  return (
    <>
      <PageHead title={t('title')} lead={t('none')} />
      <Card title={t('noneHow')}>
        <Stack>
          {searched ? (
            <Notice tone="good" live>
              <p>{t('noneSearched')}</p>
            </Notice>
          ) : null}
          <p>{t('noneText')}</p>
          {demo ? <p>{t('noneDemo')}</p> : null}
          <form method="post" action="/me">
            <input type="hidden" name="change" value="search" />
            <p>
              <Button kind="primary">{t('noneSearch')}</Button>
            </p>
          </form>
          <p>{t('noneAsk')}</p>
        </Stack>
      </Card>
    </>
  )
}
