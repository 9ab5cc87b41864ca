import { useTexts } from '#web/language.tsx'
import { Card } from '#web/ui/index.ts'
import type { VersionOverview } from './book-overview.tsx'
import { bookTexts } from './book-texts.ts'
import styles from './book.module.css'

/** The way into every part of the book, each with where it stands. */
export function PartsCard({
  version,
  versions,
  root,
  mayWrite,
}: {
  version: VersionOverview
  versions: number
  root: string
  mayWrite: boolean
}) {
  const t = useTexts(bookTexts)
  const { slug, published } = version
  const open = version.printedTables > 0 ? version.printed.open : version.compiled.open
  const parts = [
    {
      key: 'figures',
      href: `${root}/figures/${slug}`,
      line: t('overview.content.tables', { count: version.printedTables }),
    },
    { key: 'check', href: `${root}/check/${slug}`, line: t('overview.findings.count', { open }) },
    {
      key: 'workbench',
      href: `${root}/workbench/${slug}`,
      line: t('overview.content.adjustments', { count: version.adjustments }),
    },
    { key: 'compare', href: `${root}/compare`, line: t('parts.compare.line') },
    { key: 'sensitivity', href: `${root}/sensitivity/${slug}`, line: t('parts.sensitivity.line') },
    { key: 'versions', href: `${root}/versions`, line: t('parts.versions.line', { count: versions }) },
    ...(mayWrite ? [{ key: 'import' as const, href: `${root}/import`, line: t('parts.import.line') }] : []),
    {
      key: 'document',
      href: `${root}/document/${slug}`,
      line: t('overview.content.assignments', { count: version.assignments }),
    },
    {
      key: 'signOff',
      href: `${root}/sign-off/${slug}`,
      line:
        version.signOffBodies === 0
          ? t('parts.signOff.none')
          : t('parts.signOff.line', { count: version.waiting.length }),
    },
    {
      key: 'publish',
      href: `${root}/publish/${slug}`,
      line: published
        ? t(published.withdrawn ? 'overview.content.withdrawn' : 'overview.content.published', {
            edition: String(published.edition),
          })
        : t('overview.content.unpublished'),
    },
  ] as const
  return (
    <Card title={t('parts')} className={styles.wide}>
      <ul role="list" className={styles.parts}>
        {parts.map(({ key, href, line }) => (
          <li key={key}>
            <a href={href}>{t(`parts.${key}`)}</a>
            <span className={styles.soft}>{line}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
