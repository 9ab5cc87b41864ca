import { ChangeButton } from '#web/change-form.tsx'
import { useLanguage, useTexts } from '#web/language.tsx'
import { Button, ButtonLink, Notice, Progress, Row } from '#web/ui/index.ts'
import { moment } from '../imports/moment.ts'
import { duplicatesTexts } from './duplicates-texts.ts'
import styles from './duplicates.module.css'

type Search = {
  status: 'searching' | 'done' | 'cancelled'
  share: number
  startedAt: string
  endedAt: string | null
}

/** Starts a search now. */
export function SearchForm() {
  const t = useTexts(duplicatesTexts)
  return (
    <ChangeButton change="look" small>
      {t('look')}
    </ChangeButton>
  )
}

/** How the search is coming along, or when the register was looked through last. */
export function SearchState({ search }: { search: Search | null }) {
  const t = useTexts(duplicatesTexts)
  const language = useLanguage()
  if (!search) return null
  if (search.status !== 'searching') {
    const when = moment(search.endedAt ?? search.startedAt, language)
    return (
      <p className={styles.soft}>
        {t(search.status === 'done' ? 'searchDone' : 'searchCancelled', { when })}
      </p>
    )
  }
  return (
    <Notice title={t('searching')}>
      <p>{t('searchingText', { share: search.share })}</p>
      <Progress label={t('searching')} share={search.share} />
      <form method="post">
        <Row>
          <input type="hidden" name="change" value="cancel" />
          <ButtonLink href="/people/duplicates" small>
            {t('refresh')}
          </ButtonLink>
          <Button small kind="quiet">
            {t('cancel')}
          </Button>
        </Row>
      </form>
    </Notice>
  )
}
