import { useTexts } from '#web/language.tsx'
import { ButtonLink } from '#web/ui/index.ts'
import type { Amount } from '../../rules/amount.ts'
import { printNumber } from '../../rules/reading/print-number.ts'
import { FigureLink } from './figure-link.tsx'
import styles from './workbench.module.css'
import { workbenchTexts } from './workbench-texts.ts'

/** The head of one board's part of the grid: its name, what the base gives it, and a way to add a row. */
export function BoardHead({
  name,
  base,
  years,
  decimals,
  addHref,
}: {
  name: string
  base: readonly (Amount | null)[]
  years: readonly number[]
  decimals: number
  addHref: string | null
}) {
  const t = useTexts(workbenchTexts)
  return (
    <tr className={styles.board}>
      <th scope="rowgroup">
        {name}{' '}
        {base.some((each) => each !== null) ? <span className={styles.baseWord}>{t('base')}</span> : null}
      </th>
      {years.map((year, index) => {
        const value = base[index] ?? null
        return (
          <td key={year} className={styles.soft}>
            {value === null ? null : (
              <FigureLink row={`base:${name}`} year={year}>
                {printNumber(value, decimals)}
              </FigureLink>
            )}
          </td>
        )
      })}
      <td className={styles.kindCell}>
        {addHref ? (
          <ButtonLink href={addHref} small kind="quiet" aria-label={t('add.board', { board: name })}>
            {t('add')}
          </ButtonLink>
        ) : null}
      </td>
    </tr>
  )
}

/** What it comes to: the sum with the change beside it. */
export function SumRow({
  label,
  sums,
  changes,
  years,
  decimals,
  grand = false,
  name,
  row,
}: {
  label: string
  sums: readonly Amount[]
  changes?: readonly Amount[]
  years: readonly number[]
  decimals: number
  grand?: boolean
  /** A name to find the row by in tests and scripts. */
  name: string
  /** Its row in the compiled summary, to be explained by. */
  row: string
}) {
  return (
    <tr className={grand ? styles.grand : styles.sum} data-sum={name}>
      <th scope="row">{label}</th>
      {years.map((year, index) => {
        const change = changes?.[index]
        return (
          <td key={year}>
            <FigureLink row={row} year={year}>
              {printNumber(sums[index]!, decimals)}
            </FigureLink>
            {change && !change.isZero() ? (
              <span className={styles.sumChange}>
                {change.isPositive() ? '+' : ''}
                {printNumber(change, decimals)}
              </span>
            ) : null}
          </td>
        )
      })}
      <td />
    </tr>
  )
}
