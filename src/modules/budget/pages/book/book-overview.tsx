import type { z } from 'zod'
import { useLanguage, useTexts } from '#web/language.tsx'
import { Bar, barCell, domainOf } from '#web/ui/bar.tsx'
import { ButtonLink, Card, cells, EmptyState, Row, Stack, Status, Table } from '#web/ui/index.ts'
import { amount, round } from '../../rules/amount.ts'
import type { getBook } from '../../operations/get-book.ts'
import type { getBookOverview } from '../../operations/get-book-overview.ts'
import { Amount, printAmount } from '../parts/amount.tsx'
import { dayAndTime } from '../parts/times.ts'
import { unitWord } from '../parts/units.ts'
import { bookTexts } from './book-texts.ts'
import { frameTexts } from './frame-texts.ts'
import styles from './book.module.css'
import { tourAddress } from './tour.tsx'

type Book = z.output<typeof getBook.output>
type Overview = z.output<typeof getBookOverview.output>
type VersionOverview = Overview['versions'][number]

/** Result per year, open findings, what waits for whom, the latest changes; each with the way into it. */
export function BookOverview({
  book,
  overview,
  mayWrite,
}: {
  book: Book
  overview: Overview
  mayWrite: boolean
}) {
  const t = useTexts(bookTexts)
  const root = `/budget/${book.slug}`
  const shown = overview.versions.filter((version) => version.hasFigures && version.state !== 'archived')
  const own = shown.find((version) => version.kind === 'own') ?? shown[0]
  if (!own) {
    return (
      <EmptyState
        title={t('overview.start.title')}
        action={
          mayWrite ? (
            <ButtonLink href={`${root}/import`} kind="primary">
              {t('overview.start.action')}
            </ButtonLink>
          ) : null
        }
      >
        {t('overview.start.text')}
      </EmptyState>
    )
  }
  return (
    <>
      <ResultCard book={book} version={own} root={root} />
      <FindingsCard versions={shown} root={root} />
      <SignOffCard version={own} root={root} />
      <RecentCard book={book} overview={overview} />
      <ContentCard version={own} root={root} mayWrite={mayWrite} />
    </>
  )
}

function ResultCard({ book, version, root }: { book: Book; version: VersionOverview; root: string }) {
  const t = useTexts(bookTexts)
  const frame = useTexts(frameTexts)
  const domain = domainOf(version.results.flatMap((each) => [Number(each.base), Number(each.result)]))
  return (
    <Card title={t('overview.results')} className={styles.wide}>
      <Table
        label={t('overview.results')}
        caption={t('overview.results.caption', {
          unit: unitWord(book.amountUnit, frame),
          version: version.name,
        })}
        head={
          <tr>
            <th scope="col">{t('overview.year')}</th>
            <th scope="col" className={cells.numeric}>
              {t('overview.base')}
            </th>
            <th scope="col" className={cells.numeric}>
              {t('overview.own')}
            </th>
            <th scope="col" className={barCell}>
              <span className="visually-hidden">{t('overview.results')}</span>
            </th>
            <th scope="col" className={cells.numeric}>
              {t('overview.requirement')}
            </th>
            <th scope="col">{t('overview.status')}</th>
          </tr>
        }
      >
        <tbody>
          {version.results.map((each) => (
            <tr key={each.year}>
              <th scope="row">{each.year}</th>
              <td className={cells.numeric}>
                <Amount value={each.base} decimals={book.decimals} />
              </td>
              <td className={cells.numeric}>
                <strong>
                  <Amount value={each.result} decimals={book.decimals} />
                </strong>
              </td>
              <td className={barCell}>
                <Bar
                  domain={domain}
                  parts={[
                    { from: 0, to: Number(each.result), tone: Number(each.result) < 0 ? 'minus' : 'own' },
                  ]}
                />
              </td>
              <td className={cells.numeric}>
                <Amount value={each.requirement} decimals={book.decimals} />
              </td>
              <td>
                <ResultStatus result={each} decimals={book.decimals} />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      <Row>
        <ButtonLink href={`${root}/workbench/${version.slug}`} kind="primary">
          {t('overview.openWorkbench')}
        </ButtonLink>
        <ButtonLink href={tourAddress(root, 1)}>{frame('tour.start')}</ButtonLink>
      </Row>
    </Card>
  )
}

function ResultStatus({
  result,
  decimals,
}: {
  result: VersionOverview['results'][number]
  decimals: number
}) {
  const t = useTexts(bookTexts)
  if (result.balance === 'broken') return <Status tone="bad">{t('overview.balance.broken')}</Status>
  if (result.balance === 'pending') return <Status tone="warn">{t('overview.balance.later')}</Status>
  if (result.requirement === null) return <Status tone="good">{t('overview.balance.holds')}</Status>
  const rounded = (text: string) => round(amount(text), decimals)
  const short = rounded(result.requirement).minus(rounded(result.result))
  return short.gt(0) ? (
    <Status tone="warn">{t('overview.missed', { amount: printAmount(short.toFixed(), decimals) })}</Status>
  ) : (
    <Status tone="good">{t('overview.met')}</Status>
  )
}

function FindingsCard({ versions, root }: { versions: readonly VersionOverview[]; root: string }) {
  const t = useTexts(bookTexts)
  const lines = versions.flatMap((version) => [
    ...(version.printedTables > 0
      ? [
          {
            version,
            subject: 'printed' as const,
            ...version.printed,
            label: t('overview.findings.printed', { name: version.name }),
          },
        ]
      : []),
    ...(version.kind === 'base'
      ? []
      : [
          {
            version,
            subject: 'compiled' as const,
            ...version.compiled,
            label: t('overview.findings.compiled', { name: version.name }),
          },
        ]),
  ])
  return (
    <Card title={t('overview.findings')}>
      <ul role="list" className={styles.lines}>
        {lines.map((line) => (
          <li key={`${line.version.id} ${line.subject}`}>
            <a href={`${root}/check/${line.version.slug}?subject=${line.subject}`}>{line.label}</a>
            <span className={styles.lineEnd}>
              <Status tone={line.errors > 0 ? 'bad' : line.open > 0 ? 'warn' : 'good'}>
                {t('overview.findings.count', { open: line.open })}
              </Status>
            </span>
            <span className={styles.soft}>
              {t('overview.findings.errors', { errors: line.errors })}
              {line.findings > line.open
                ? `, ${t('overview.findings.accepted', { count: line.findings - line.open })}`
                : ''}
            </span>
          </li>
        ))}
      </ul>
      <Row>
        <ButtonLink href={`${root}/check`}>{t('overview.findings.open')}</ButtonLink>
      </Row>
    </Card>
  )
}

function SignOffCard({ version, root }: { version: VersionOverview; root: string }) {
  const t = useTexts(bookTexts)
  return (
    <Card title={t('overview.signOff')}>
      {version.signOffBodies === 0 ? <p>{t('overview.signOff.none')}</p> : null}
      {version.signOffBodies > 0 && version.waiting.length === 0 ? (
        <p>
          <Status tone="good">{t('overview.signOff.all')}</Status>
        </p>
      ) : null}
      <ul role="list" className={styles.lines}>
        {version.waiting.map((each) => (
          <li key={each.body}>
            <strong>{each.body}</strong>
            <span className={styles.lineEnd}>
              <Status tone={each.state === 'returned' ? 'bad' : 'wait'}>
                {t(`overview.signOff.${each.state}`)}
              </Status>
            </span>
          </li>
        ))}
      </ul>
      <Row>
        <ButtonLink href={`${root}/sign-off/${version.slug}`}>{t('overview.signOff.open')}</ButtonLink>
      </Row>
    </Card>
  )
}

function RecentCard({ book, overview }: { book: Book; overview: Overview }) {
  const t = useTexts(bookTexts)
  const language = useLanguage()
  const subjectWord = (id: string) =>
    id === 'taxBase' || id === 'resultRequirement' ? t(`overview.recent.${id}`) : t('overview.recent.tax')
  const show = (text: string | null) =>
    text === null
      ? t('overview.recent.blank')
      : /^-?[\d.]+$/.test(text)
        ? printAmount(text, book.decimals)
        : text
  return (
    <Card title={t('overview.recent')}>
      {overview.recent.length === 0 ? <p>{t('overview.recent.none')}</p> : null}
      <ul role="list" className={styles.lines}>
        {overview.recent.map((edit) => (
          <li key={`${edit.at} ${edit.subject} ${edit.field}`}>
            <span>
              {edit.kind === 'amount' || edit.kind === 'tax'
                ? t('overview.recent.amount', {
                    subject: edit.subject || subjectWord(edit.subjectId),
                    field: edit.field,
                    before: show(edit.before),
                    after: show(edit.after),
                  })
                : t('overview.recent.other', { subject: edit.subject || (edit.after ?? edit.before ?? '') })}
            </span>
            <span className={styles.soft}>
              {edit.by}, {dayAndTime(edit.at, language)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function ContentCard({
  version,
  root,
  mayWrite,
}: {
  version: VersionOverview
  root: string
  mayWrite: boolean
}) {
  const t = useTexts(bookTexts)
  return (
    <Card title={t('overview.content')}>
      <Stack gap="tight">
        <a href={`${root}/figures/${version.slug}`}>
          {t('overview.content.tables', { count: version.printedTables })}
        </a>
        <a href={`${root}/workbench/${version.slug}`}>
          {t('overview.content.adjustments', { count: version.adjustments })}
        </a>
        <a href={`${root}/document/${version.slug}`}>
          {t('overview.content.assignments', { count: version.assignments })}
        </a>
        <a href={`${root}/publish/${version.slug}`}>
          {version.published
            ? t(version.published.withdrawn ? 'overview.content.withdrawn' : 'overview.content.published', {
                edition: String(version.published.edition),
              })
            : t('overview.content.unpublished')}
        </a>
      </Stack>
      {mayWrite ? (
        <Row>
          <ButtonLink href={`${root}/import`}>{t('import.open')}</ButtonLink>
        </Row>
      ) : null}
    </Card>
  )
}
