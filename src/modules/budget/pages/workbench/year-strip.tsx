import { useTexts } from '#web/language.tsx'
import { Status } from '#web/ui/index.ts'
import { amount, round } from '../../rules/amount.ts'
import { printNumber } from '../../rules/reading/print-number.ts'
import { balanceRule, type BalanceJudgement } from '../../rules/statements/balance-rule.ts'
import { resultAgainstRequirement, type Totals } from '../../rules/statements/totals.ts'
import { FigureLink } from './figure-link.tsx'
import styles from './workbench.module.css'
import type { WorkbenchData } from './workbench-data.ts'
import { workbenchTexts } from './workbench-texts.ts'

/** The answer to everything written below it: each year's result, its requirement and the balance rule. */
export function YearStrip({ data, totals, unit }: { data: WorkbenchData; totals: Totals; unit: string }) {
  const t = useTexts(workbenchTexts)
  const required: Record<number, ReturnType<typeof amount>> = {}
  for (const [index, cell] of data.requirements.entries()) {
    const year = data.years[index]
    if (cell.amount !== null && year !== undefined) required[year] = amount(cell.amount)
  }
  // Judged as it is printed: nobody is below by what no figure shows.
  const printed = { years: totals.years, result: totals.result.map((each) => round(each, data.decimals)) }
  const against = resultAgainstRequirement(printed, required)
  const balance = balanceRule(
    data.years.map((year, index) => ({ year, result: totals.result[index] ?? amount(0) })),
  )
  return (
    <div className={styles.strip}>
      {data.years.map((year, index) => {
        const judged = against[index]
        return (
          <section key={year} className={styles.yearCard} aria-label={`${t('result')} ${year}`}>
            <span className={styles.yearTitle}>
              {t('result')} {year}
            </span>
            <span className={styles.yearNote}>{unit}</span>
            <span className={styles.yearResult} data-result={year}>
              <FigureLink row="ownResult" year={year}>
                {printNumber(totals.result[index] ?? amount(0), data.decimals)}
              </FigureLink>
            </span>
            <span className={styles.yearNote}>
              {t('base')}{' '}
              <FigureLink row="baseResult" year={year}>
                {printNumber(totals.baseResult[index] ?? amount(0), data.decimals)}
              </FigureLink>
            </span>
            <span className={styles.yearStatus}>
              {judged?.difference ? (
                judged.met ? (
                  <Status tone="good">{t('requirement.met')}</Status>
                ) : (
                  <Status tone="warn">
                    {t('requirement.missed', { amount: printNumber(judged.difference.neg(), data.decimals) })}
                  </Status>
                )
              ) : null}
              <BalanceStatus judgement={balance[index]} />
            </span>
          </section>
        )
      })}
    </div>
  )
}

function BalanceStatus({ judgement }: { judgement: BalanceJudgement | undefined }) {
  const t = useTexts(workbenchTexts)
  if (!judgement) return null
  switch (judgement.status) {
    case 'holds':
    case 'excused':
      return <Status tone="good">{t('balance.holds')}</Status>
    case 'restored':
      return <Status tone="good">{t('balance.restored')}</Status>
    case 'pending':
      return <Status tone="warn">{t('balance.pending', { year: String(judgement.restoreBy) })}</Status>
    case 'broken':
      return <Status tone="bad">{t('balance.broken')}</Status>
  }
}
