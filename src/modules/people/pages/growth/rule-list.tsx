import { useTexts } from '#web/language.tsx'
import { Card } from '#web/ui/index.ts'
import { growthTexts } from './growth-texts.ts'
import styles from './growth.module.css'

type Rule = {
  id: string
  method: 'perStarted' | 'largestRemainder' | 'oddNumber'
  membersPerSeat: number | null
  totalSeats: number | null
  least: number
  unitKind: string
  decision: string
  validFrom: string
  validTo: string | null
}

/** The rules through the years, the latest first. */
export function RuleList({
  rules,
  kinds,
}: {
  rules: readonly Rule[]
  kinds: readonly { value: string; label: string }[]
}) {
  const t = useTexts(growthTexts)
  return (
    <Card title={t('rules')}>
      <ul className={styles.list}>
        {rules.toReversed().map((rule) => (
          <li key={rule.id}>
            {t('ruleWords', {
              method: rule.method,
              number: rule.membersPerSeat ?? rule.totalSeats ?? 0,
              least: rule.least,
              kind: kinds.find(({ value }) => value === rule.unitKind)?.label ?? rule.unitKind,
            })}{' '}
            <span className={styles.soft}>
              {[
                rule.validTo
                  ? t('fromTo', { from: rule.validFrom, to: rule.validTo })
                  : t('since', { day: rule.validFrom }),
                rule.decision,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
