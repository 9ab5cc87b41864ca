import { useLanguage, useTexts } from '#web/language.tsx'
import { Button, Card, Disclosure, Stack } from '#web/ui/index.ts'
import { affiliationPurpose } from '../../rules/affiliations/kinds.ts'
import { problemIn, type PartProps } from '../persons/part-shape.ts'
import type { ShownWording } from '../persons/wording-of.ts'
import styles from '../privacy/privacy.module.css'
import { AffiliationFields } from './affiliation-fields.tsx'
import { affiliationsTexts } from './affiliations-texts.ts'

/** What else somebody belongs to, for those whose trust sees it; written in only after the words have been agreed to. */
export function AffiliationsPart({
  record,
  organises,
  wordings,
  problem,
}: PartProps & { organises: boolean; wordings: readonly ShownWording[] }) {
  const t = useTexts(affiliationsTexts)
  const language = useLanguage()
  if (!record.affiliations) return null
  const own = problemIn(problem, 'affiliation')
  const wording = wordings.find(({ purpose }) => purpose === affiliationPurpose)
  return (
    <Card title={t('title')} id="affiliations">
      {record.affiliations.length === 0 ? <p>{t('none')}</p> : null}
      <ul className={styles.items}>
        {record.affiliations.map((each) => (
          <li key={each.id} className={styles.consent}>
            <span>
              <strong>{each.name}</strong>{' '}
              <span className={styles.soft}>
                {[t(`kind.${each.kind}`), each.role].filter(Boolean).join(' · ')}
              </span>
            </span>
            {organises ? (
              <form method="post">
                <input type="hidden" name="change" value="removeAffiliation" />
                <input type="hidden" name="affiliationId" value={each.id} />
                <Button small aria-label={t('removeOf', { name: each.name })}>
                  {t('remove')}
                </Button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
      {organises && wording ? (
        <Disclosure summary={t('record')} open={own !== undefined}>
          <form method="post">
            <Stack>
              <input type="hidden" name="change" value="affiliation" />
              <AffiliationFields
                words={language === 'sv' ? wording.swedish : wording.english}
                own={false}
                problem={own}
              />
              <p>
                <Button>{t('save')}</Button>
              </p>
            </Stack>
          </form>
        </Disclosure>
      ) : null}
      {organises && !wording ? <p>{t('noWording')}</p> : null}
    </Card>
  )
}
