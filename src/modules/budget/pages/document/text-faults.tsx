import { useTexts } from '#web/language.tsx'
import { Disclosure, Notice } from '#web/ui/index.ts'
import type { DocumentShown } from './document-shown.ts'
import { documentPageTexts } from './document-texts.ts'
import styles from './document.module.css'

/**
 * What has to be put right in the chapters' texts, and the amounts that somebody typed by hand; each with its place.
 * @param address where a chapter is edited; left out for those who do not write, and on that page itself
 */
export function TextFaults({
  document: { chapters, faults, typedAmounts },
  address,
  live = false,
}: {
  document: Pick<DocumentShown, 'chapters' | 'faults' | 'typedAmounts'>
  address?: (id: string) => string
  live?: boolean
}) {
  const t = useTexts(documentPageTexts)
  const place = ({ chapterId, at }: { chapterId: string; at: { line: number; column: number } }) => {
    const chapter = chapters.find((each) => each.id === chapterId)
    const said = t('faults.place', {
      chapter: chapter ? `${chapter.number}. ${chapter.title}` : '',
      line: at.line,
      column: at.column,
    })
    return address ? <a href={address(chapterId)}>{said}</a> : said
  }
  return (
    <>
      {faults.length > 0 ? (
        <Notice tone="bad" title={t('faults.title', { count: faults.length })} live={live}>
          <p>{t('faults.text')}</p>
          <ul role="list" className={styles.list}>
            {faults.map((fault) => (
              <li key={`${fault.chapterId} ${fault.at.line} ${fault.at.column}`}>
                {place(fault)}: {fault.says} <code>{fault.read}</code>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {typedAmounts.length > 0 ? (
        <Disclosure summary={t('typed.title', { count: typedAmounts.length })}>
          <p>{t('typed.text')}</p>
          <ul role="list" className={styles.list}>
            {typedAmounts.map((typed) => (
              <li key={`${typed.chapterId} ${typed.at.line} ${typed.at.column}`}>
                {place(typed)}: <strong>{typed.text}</strong>
                <span className={styles.marks}>{typed.sentence}</span>
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </>
  )
}
