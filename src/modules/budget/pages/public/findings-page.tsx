import { useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { useTexts } from '#web/language.tsx'
import { Facts, PageHead, Status } from '#web/ui/index.ts'
import type { DocumentFinding } from '../../document/model/document.ts'
import { publicationOf, publicMeta } from './publication-of.ts'
import styles from './public.module.css'
import { publicTexts } from './public-texts.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { visit, document, titleOf } = await publicationOf(args)
  return { pageTitle: titleOf(publicTexts.in(visit.language)('part.findings')), findings: document.findings }
}

export const meta = publicMeta

/** What was checked, and openly what does not agree. */
export default function FindingsPage() {
  const { findings } = useLoaderData<typeof loader>()
  const t = useTexts(publicTexts)
  return (
    <>
      <PageHead title={t('findings.title')} lead={t('findings.lead')} />
      <Facts
        facts={[
          { label: t('findings.checks'), figure: findings.checks },
          { label: t('findings.holds'), figure: findings.holds },
          { label: t('findings.rounding'), figure: findings.rounding, note: t('findings.roundingNote') },
          { label: t('findings.open'), figure: findings.open.length },
        ]}
      />
      <section className={styles.section} id="open">
        <h2>{t('findings.openTitle')}</h2>
        {findings.open.length === 0 ? (
          <p className={styles.note}>{t('findings.noneOpen')}</p>
        ) : (
          <FindingList findings={findings.open} />
        )}
      </section>
      {findings.accepted.length > 0 ? (
        <section className={styles.section} id="accepted">
          <h2>{t('findings.acceptedTitle')}</h2>
          <FindingList findings={findings.accepted} />
        </section>
      ) : null}
    </>
  )
}

function FindingList({ findings }: { findings: readonly DocumentFinding[] }) {
  const t = useTexts(publicTexts)
  return (
    <ol role="list" className={styles.findings}>
      {findings.map((finding) => (
        <li key={`${finding.rule} ${finding.where} ${finding.says}`} className={styles.finding}>
          <div className={styles.findingHead}>
            <h3 lang="sv">{finding.name}</h3>
            <Status tone={finding.note !== null ? 'info' : finding.severity === 'error' ? 'bad' : 'warn'}>
              {t(finding.note === null ? `severity.${finding.severity}` : 'severity.accepted')}
            </Status>
          </div>
          {finding.says === '' ? null : <p lang="sv">{finding.says}</p>}
          <p className={styles.note} lang="sv">
            {finding.where}
          </p>
          {finding.note === null ? null : (
            <p>
              {t('findings.note')} <span lang="sv">{finding.note}</span>
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}
