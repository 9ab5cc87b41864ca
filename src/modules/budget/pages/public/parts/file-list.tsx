import { useTexts } from '#web/language.tsx'
import type { Addresses } from '../addresses.ts'
import type { Publication } from '../publication-of.ts'
import styles from '../public.module.css'
import { publicTexts } from '../public-texts.ts'
import { sizeWords } from './words.ts'

/** The same budget as files, with what each is good for and how large it is. */
export function FileList({ files, addresses }: { files: Publication['files']; addresses: Addresses }) {
  const t = useTexts(publicTexts)
  return (
    <>
      <ul role="list" className={styles.list}>
        {files.map((file) => (
          <li key={file.format}>
            <a href={addresses.file(file.name)} type={file.mediaType}>
              {t(`file.${file.format}`)}
            </a>
            <span className={styles.beside}>{sizeWords(file.byteCount)}</span>
            <span className={styles.note}>{t(`file.${file.format}.note`)}</span>
          </li>
        ))}
      </ul>
      {files.some((file) => file.format === 'pdf') ? null : <p className={styles.note}>{t('file.making')}</p>}
    </>
  )
}
