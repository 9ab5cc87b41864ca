import { useTexts } from '#web/language.tsx'
import { Status } from '#web/ui/index.ts'
import type { Paragraph } from '../../rules/governing-documents/paragraphs.ts'
import { documentTexts } from './documents-texts.ts'
import styles from './documents.module.css'

/** Each with its place as a key: a text is shown whole, and two paragraphs may say the same. */
function inPlace<Each extends object>(all: readonly Each[]): (Each & { key: string })[] {
  return all.map((each, place) => ({ ...each, key: String(place) }))
}

/** A version's text, paragraph by paragraph. */
export function ParagraphList({ paragraphs }: { paragraphs: readonly Paragraph[] }) {
  const t = useTexts(documentTexts)
  return (
    <div className={styles.paragraphs}>
      {inPlace(paragraphs).map(({ key, number, text }) =>
        number === '' ? (
          <p key={key} className={styles.heading}>
            {text}
          </p>
        ) : (
          <p key={key} className={styles.paragraph}>
            <span className={styles.number}>{t('paragraph', { number })}</span>
            <span>{text}</span>
          </p>
        ),
      )}
    </div>
  )
}

/** What became of a paragraph, as an answer tells it. */
export type ToldDifference = {
  what: 'same' | 'renumbered' | 'changed' | 'removed' | 'added'
  before: Paragraph | null
  after: Paragraph | null
}

const tones = { same: 'plain', renumbered: 'info', changed: 'warn', removed: 'bad', added: 'good' } as const

/** What differs between two versions; paragraphs that are as before are only counted. */
export function DifferenceList({ differences }: { differences: readonly ToldDifference[] }) {
  const t = useTexts(documentTexts)
  const same = differences.filter(({ what }) => what === 'same').length
  const other = differences.filter(({ what }) => what !== 'same')
  return (
    <>
      {other.length === 0 ? <p>{t('differencesNone')}</p> : null}
      {inPlace(other).map(({ key, what, before, after }) => (
        <div key={key} className={styles.difference}>
          <p>
            {(after ?? before)?.number ? (
              <strong>{t('paragraph', { number: (after ?? before)!.number })}</strong>
            ) : null}{' '}
            <Status tone={tones[what]}>{t(`what.${what}`)}</Status>{' '}
            {what === 'renumbered' ? (
              <span className={styles.soft}>{t('wasParagraph', { number: before?.number ?? '' })}</span>
            ) : null}
          </p>
          {what === 'renumbered' ? (
            <p className={styles.words}>{after?.text}</p>
          ) : (
            <div className={styles.sides}>
              {before ? <Side label={t('before')} text={before.text} /> : null}
              {after ? <Side label={t('after')} text={after.text} /> : null}
            </div>
          )}
        </div>
      ))}
      {same > 0 && other.length > 0 ? (
        <p className={styles.soft}>{t('differencesSame', { count: same })}</p>
      ) : null}
    </>
  )
}

function Side({ label, text }: { label: string; text: string }) {
  return (
    <div>
      <p className={styles.soft}>{label}</p>
      <p className={styles.words}>{text}</p>
    </div>
  )
}
