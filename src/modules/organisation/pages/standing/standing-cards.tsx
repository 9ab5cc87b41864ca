import { onDay } from '#web/as-of/as-of.ts'
import { useTexts } from '#web/language.tsx'
import { Card } from '#web/ui/index.ts'
import { RightsWords } from '../affiliates/rights-words.tsx'
import { anchoringTexts } from '../anchoring/anchoring-texts.ts'
import { ConsultationState } from '../anchoring/consultation-table.tsx'
import { ReviewState } from '../governing-documents/document-state.tsx'
import type { Standing } from './read-standing.ts'
import styles from '../anchoring/anchoring.module.css'

/** Cards for the page of a unit or body: what waits for an answer, what it works by, its affiliates and their seats. */
export function StandingCards({ standing }: { standing: Standing }) {
  const { affiliates, rights } = standing
  return (
    <>
      <AnchoringCard {...standing} />
      <DocumentsCard {...standing} />
      {affiliates.length > 0 ? <AffiliatesCard {...standing} /> : null}
      {rights.length > 0 ? <RightsCard {...standing} /> : null}
    </>
  )
}

function filterOf(of: Standing['of']): string {
  return 'unitId' in of ? `unit=${of.unitId}` : `body=${of.bodyId}`
}

function AnchoringCard({ of, asked, links, open, mayConsult }: Standing) {
  const t = useTexts(anchoringTexts)
  const asks = (each: Standing['open'][number]) =>
    'unitId' in of ? each.toUnitId !== of.unitId : each.toBodyId !== of.bodyId
  return (
    <Card title={t('title')}>
      {links.length > 0 ? (
        <>
          <p className={styles.soft}>{'unitId' in of ? t('answersFor') : t('answeredFor')}</p>
          <ul className={styles.list}>
            {links.map((link) => (
              <li key={link.id}>
                {'unitId' in of ? (
                  <a href={onDay(`/organisation/bodies/${link.bodyId}`, asked)}>{link.bodyName}</a>
                ) : (
                  <a href={onDay(`/organisation/units/${link.unitId}`, asked)}>{link.unitName}</a>
                )}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {mayConsult && !asked ? (
        <>
          <p className={styles.soft}>{t('openConsultations')}</p>
          {open.length === 0 ? (
            <p>{t('openNone')}</p>
          ) : (
            <ul className={styles.list}>
              {open.map((each) => (
                <li key={each.id}>
                  <a href={`/organisation/anchoring/${each.id}`}>{each.issue}</a>{' '}
                  <span className={styles.soft}>
                    {asks(each) ? t('youWait') : t('youAnswer')} ·{' '}
                    <span className={styles.day}>{each.answerBy}</span>
                  </span>{' '}
                  <ConsultationState {...each} />
                </li>
              ))}
            </ul>
          )}
        </>
      ) : null}
      <p>
        <a href={onDay(`/organisation/anchoring?${filterOf(of)}`, asked)}>{t('see')}</a>
      </p>
    </Card>
  )
}

function DocumentsCard({ of, asked, documents }: Standing) {
  const t = useTexts(anchoringTexts)
  return (
    <Card title={t('documents')}>
      {documents.length === 0 ? (
        <p>{t('documentsNone')}</p>
      ) : (
        <ul className={styles.list}>
          {documents.map((document) => (
            <li key={document.id}>
              <a href={`/organisation/documents/${document.id}`}>{document.title}</a>{' '}
              <ReviewState {...document} />
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={onDay(`/organisation/documents?${filterOf(of)}`, asked)}>{t('documentsSee')}</a>
      </p>
    </Card>
  )
}

function AffiliatesCard({ of, asked, affiliates }: Standing) {
  const t = useTexts(anchoringTexts)
  const own = affiliates.find((each) => 'unitId' in of && each.unitId === of.unitId)
  const theirs = affiliates.filter((each) => each !== own)
  return (
    <Card title={t('affiliates')}>
      {own ? <p>{t('affiliateOf', { name: own.toUnitName, day: own.validFrom })}</p> : null}
      {theirs.length > 0 ? (
        <ul className={styles.list}>
          {theirs.map((each) => (
            <li key={each.unitId}>
              <a href={onDay(`/organisation/units/${each.unitId}`, asked)}>{each.name}</a>
            </li>
          ))}
        </ul>
      ) : null}
      <p>
        <a href={onDay('/organisation/affiliates', asked)}>{t('rights')}</a>
      </p>
    </Card>
  )
}

function RightsCard({ asked, rights }: Standing) {
  const t = useTexts(anchoringTexts)
  return (
    <Card title={t('rights')}>
      <ul className={styles.list}>
        {rights.map((right) => (
          <li key={right.seatId}>
            <a href={onDay(`/organisation/units/${right.unitId}`, asked)}>{right.unitName}</a>{' '}
            {t('rightSeats', { number: right.number })}
            {': '}
            <RightsWords {...right} />{' '}
            <span className={styles.soft}>
              {[right.title, t('linkSince', { day: right.since })].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <a href={onDay('/organisation/affiliates', asked)}>{t('affiliates')}</a>
      </p>
    </Card>
  )
}
