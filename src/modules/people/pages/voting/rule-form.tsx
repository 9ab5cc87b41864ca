import { useTexts } from '#web/language.tsx'
import type { FormProblem } from '#web/page-problem.ts'
import { Button, Choice, ChoiceGroup, Row, Stack, TextField } from '#web/ui/index.ts'
import { membershipKinds, type MembershipKind } from '../../rules/membership.ts'
import { votingTexts } from './voting-texts.ts'
import styles from './voting.module.css'

/** What a unit decides about who votes; filled in with what holds now. */
export function RuleForm({
  unitId,
  rule,
  hasOwn,
  problem,
}: {
  unitId: string
  rule: {
    kinds: readonly MembershipKind[]
    leastDays: number
    paid: boolean
    below: boolean
    decision: string
  }
  /** Is the rule the unit's own, so that it could follow the one above instead? */
  hasOwn: boolean
  problem: FormProblem | undefined
}) {
  const t = useTexts(votingTexts)
  const error = (name: string) => problem?.fields[`rule.${name}`]
  return (
    <form method="post" className={styles.form}>
      <Stack>
        <p>{t('changeLead')}</p>
        <input type="hidden" name="unit" value={unitId} />
        <TextField
          label={t('from')}
          optional={t('emptyToday')}
          name="from"
          type="date"
          defaultValue={problem?.values['from'] ?? ''}
          error={problem?.fields['from']}
        />
        <ChoiceGroup legend={t('kinds')}>
          {membershipKinds.map((kind) => (
            <Choice
              key={kind}
              name="kinds"
              value={kind}
              label={t(`kind.${kind}`)}
              defaultChecked={rule.kinds.includes(kind)}
            />
          ))}
        </ChoiceGroup>
        <TextField
          label={t('leastDays')}
          name="leastDays"
          type="number"
          min={0}
          max={3660}
          required
          numeric
          defaultValue={problem?.values['leastDays'] ?? String(rule.leastDays)}
          error={error('leastDays')}
        />
        <Choice name="paid" label={t('paid')} defaultChecked={rule.paid} />
        <Choice name="below" label={t('below')} defaultChecked={rule.below} />
        <TextField
          label={t('decision')}
          hint={t('decisionHint')}
          optional={t('optional')}
          name="decision"
          maxLength={300}
          defaultValue={problem?.values['decision'] ?? rule.decision}
          error={error('decision')}
        />
        <Row>
          <Button kind="primary" name="change" value="rule">
            {t('save')}
          </Button>
          {hasOwn ? (
            <Button name="change" value="follow">
              {t('follow')}
            </Button>
          ) : null}
        </Row>
      </Stack>
    </form>
  )
}
