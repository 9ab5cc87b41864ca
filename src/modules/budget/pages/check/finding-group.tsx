import { useLanguage, useTexts } from '#web/language.tsx'
import { sentence } from '#platform/operations/sentence.ts'
import {
  Button,
  Card,
  cells,
  classes,
  Disclosure,
  Row,
  Stack,
  Status,
  Table,
  TextArea,
} from '#web/ui/index.ts'
import { checkTexts } from '../../messages/check.ts'
import type { CheckShown } from '../../operations/check-version.ts'
import { printAmount } from '../parts/amount.tsx'
import { say } from '../parts/say.ts'
import { dayAndTime } from '../parts/times.ts'
import { checkPageTexts } from './check-texts.ts'
import styles from './check.module.css'
import type { CheckGroup } from './groups.ts'

/** Of a cause that shows in many figures, the first are enough to understand it. */
const checksShown = 4
const sentencesShown = 2

/** One cause: the sentence that explains it, the figures it shows in, how they are computed, and the way to accept it. */
export function FindingGroup({
  group,
  root,
  version,
  mayWrite,
}: {
  group: CheckGroup
  root: string
  version: string
  mayWrite: boolean
}) {
  const t = useTexts(checkPageTexts)
  const language = useLanguage()
  const first = group.checks[0]
  if (!first) return null
  const finding = first.outcome === 'finding'
  const sentences = [
    ...new Set(
      group.checks.flatMap((check) =>
        check.explanation ? [say(checkTexts, language, check.explanation, check.decimals)] : [],
      ),
    ),
  ]
  const name = sentence(checkTexts, language, `check.rule.${first.rule}.name`) ?? first.rule
  const source = sentence(checkTexts, language, `check.rule.${first.rule}.source`)
  return (
    <Card className={styles.group}>
      <Row align="between">
        <h3>
          {name}
          {group.checks.length > 1 ? (
            <span className={styles.count}>{t('several', { count: group.checks.length })}</span>
          ) : null}
        </h3>
        <Row>
          {finding ? (
            <Status tone={first.severity === 'error' ? 'bad' : 'warn'}>
              {t(`severity.${first.severity}`)}
            </Status>
          ) : null}
          <Status tone="plain">{t(`class.${first.class}`)}</Status>
        </Row>
      </Row>
      {sentences.slice(0, sentencesShown).map((each) => (
        <p key={each} className={styles.sentence}>
          {each}
        </p>
      ))}
      <ChecksTable checks={group.checks.slice(0, checksShown)} label={name} root={root} version={version} />
      {group.checks.length > checksShown ? (
        <Disclosure summary={t('more', { count: group.checks.length - checksShown })}>
          {sentences.slice(sentencesShown).map((each) => (
            <p key={each} className={styles.sentence}>
              {each}
            </p>
          ))}
          <ChecksTable checks={group.checks.slice(checksShown)} label={name} root={root} version={version} />
        </Disclosure>
      ) : null}
      {group.checks[0]?.acceptance ? <Accepted check={group.checks[0]} mayWrite={mayWrite} /> : null}
      <Disclosure summary={t('parts')}>
        <Stack>
          {source ? (
            <p className={styles.soft}>
              {t('ruleSource')}: {source}
            </p>
          ) : null}
          {group.checks.slice(0, 12).map((check) => (
            <Parts key={check.id} check={check} />
          ))}
        </Stack>
      </Disclosure>
      {finding && mayWrite && group.checks.every((check) => check.acceptance === null) ? (
        <Accept checks={group.checks} />
      ) : null}
    </Card>
  )
}

function ChecksTable({
  checks,
  label,
  root,
  version,
}: {
  checks: readonly CheckShown[]
  label: string
  root: string
  version: string
}) {
  const t = useTexts(checkPageTexts)
  const first = checks[0]?.where
  return (
    <Table
      // The same rule may find several things on a page; where the first of them stands tells them apart.
      label={[label, first?.tableLabel, first?.sectionLabel, first?.rowLabel, first?.columnLabel]
        .filter(Boolean)
        .join(', ')}
      head={
        <tr>
          <th scope="col">{t('where')}</th>
          <th scope="col" className={styles.wideOnly}>
            {t('column')}
          </th>
          <th scope="col" className={cells.numeric}>
            {t('printed')}
          </th>
          <th scope="col" className={cells.numeric}>
            {t('computed')}
          </th>
          <th scope="col" className={cells.numeric}>
            {t('difference')}
          </th>
          <th scope="col" className={styles.wideOnly}>
            {t('source')}
          </th>
        </tr>
      }
    >
      <tbody>
        {checks.map((check) => (
          <tr key={check.id}>
            <th scope="row">
              <span className={styles.place}>
                {[check.where.sectionLabel, check.where.rowLabel].filter(Boolean).join(', ') ||
                  check.where.tableLabel}
              </span>
              {check.where.columnLabel ? (
                <span className={styles.narrowOnly}>{check.where.columnLabel}</span>
              ) : null}
              {check.where.table !== 'assignments' && check.where.row ? (
                <a
                  className={styles.soft}
                  href={`${root}/figures/${version}/${encodeURIComponent(check.where.table)}#${encodeURIComponent(check.where.row)}`}
                >
                  {check.where.tableLabel}
                </a>
              ) : (
                <span className={styles.soft}>{check.where.tableLabel}</span>
              )}
            </th>
            <td className={styles.wideOnly}>{check.where.columnLabel}</td>
            <td className={cells.numeric}>{amount(check.printed, check)}</td>
            <td className={cells.numeric}>{amount(check.computed, check)}</td>
            <td className={cells.numeric}>{amount(check.difference, check, true)}</td>
            <td className={classes(styles.soft, styles.wideOnly)}>{linesOf(check)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function amount(text: string | null, check: CheckShown, signed = false): string {
  return text === null ? '' : printAmount(text, check.decimals, signed)
}

function linesOf(check: CheckShown): string {
  const lines = check.sourceLines.map(({ line }) => line)
  return lines.length > 6 ? `${lines.slice(0, 5).join(', ')} …` : lines.join(', ')
}

function Parts({ check }: { check: CheckShown }) {
  const t = useTexts(checkPageTexts)
  if (check.parts.length === 0) return null
  return (
    <div>
      <h4>
        {[check.where.sectionLabel, check.where.rowLabel, check.where.columnLabel].filter(Boolean).join(', ')}
      </h4>
      <ul className={styles.parts}>
        {check.parts.map((part) => (
          <li key={`${part.where.table} ${part.where.row} ${part.where.column} ${part.factor}`}>
            {t('parts.line', {
              factor: part.factor,
              row:
                [part.where.sectionLabel, part.where.rowLabel].filter(Boolean).join(', ') ||
                part.where.tableLabel,
              column: part.where.columnLabel ?? '',
              printed: part.printed || '–',
            })}
            {part.sourceLine ? (
              <span className={styles.soft}>
                {' '}
                ({t('sources', { count: 1, lines: String(part.sourceLine.line) })})
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Accept({ checks }: { checks: readonly CheckShown[] }) {
  const t = useTexts(checkPageTexts)
  return (
    <Disclosure summary={t('accept')}>
      <form method="post">
        <Stack>
          {checks.map((check) => (
            <span key={check.id} hidden>
              <input type="hidden" name="findingId" value={check.id} />
              <input type="hidden" name="fingerprint" value={check.fingerprint} />
            </span>
          ))}
          <TextArea
            label={t('accept.note')}
            hint={t('accept.hint')}
            name="note"
            required
            maxLength={2000}
            rows={3}
          />
          <Row>
            <Button>{t('accept.all', { count: checks.length })}</Button>
          </Row>
        </Stack>
      </form>
    </Disclosure>
  )
}

function Accepted({ check, mayWrite }: { check: CheckShown; mayWrite: boolean }) {
  const t = useTexts(checkPageTexts)
  const language = useLanguage()
  if (!check.acceptance) return null
  const { id, note, by, at } = check.acceptance
  return (
    <form method="post">
      <input type="hidden" name="acceptanceId" value={id} />
      <Stack gap="tight">
        <p>{note}</p>
        <Row>
          <span className={styles.soft}>{t('accepted', { by, at: dayAndTime(at, language) })}</span>
          {mayWrite ? (
            <Button name="intent" value="withdraw" small>
              {t('withdraw')}
            </Button>
          ) : null}
        </Row>
      </Stack>
    </form>
  )
}
