import { useTexts } from '#web/language.tsx'
import type { FormProblem } from '#web/page-problem.ts'
import { Button, Card, Disclosure, SelectField, Status } from '#web/ui/index.ts'
import { OwnForm } from './own-form.tsx'
import type { OwnPerson } from './own-person.ts'
import { ownTexts } from './own-texts.ts'
import styles from './privacy.module.css'

const tones = { applied: 'wait', active: 'good', lapsed: 'warn', left: 'plain', excluded: 'plain' } as const

/** Where one belongs and has belonged, and the way to move. */
export function OwnMemberships({ person, problem }: { person: OwnPerson; problem: FormProblem | undefined }) {
  const t = useTexts(ownTexts)
  const now = person.memberships.filter((each) => each.validTo === null)
  const before = person.memberships.filter((each) => each.validTo !== null)
  const hasHome = now.some((each) => each.kind === 'home')
  return (
    <Card title={t('memberships')} id="memberships">
      {now.length === 0 ? <p>{t('membershipsNone')}</p> : null}
      <ul className={styles.items}>
        {now.map((each) => (
          <li key={each.id}>
            <strong>{each.unitName}</strong>{' '}
            <Status tone={tones[each.status]}>{t(`status.${each.status}`)}</Status>
            <br />
            <span className={styles.soft}>
              {[
                t(`kind.${each.kind}`),
                t('since', { day: each.validFrom }),
                each.paidUntil ? t('paidUntil', { day: each.paidUntil }) : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {hasHome ? (
        <Disclosure summary={t('move')} open={problem !== undefined}>
          <OwnForm personId={person.id} change="move">
            <p>{t('moveText')}</p>
            <SelectField
              label={t('moveTo')}
              name="unit"
              defaultValue={problem?.values['unit'] ?? person.homeUnitId}
              options={person.homes.map((unit) => ({ value: unit.id, label: unit.name }))}
            />
            <p>
              <Button>{t('moveButton')}</Button>
            </p>
          </OwnForm>
        </Disclosure>
      ) : null}
      {before.length > 0 ? (
        <Disclosure summary={t('before')}>
          <ul className={styles.items}>
            {before.map((each) => (
              <li key={each.id}>
                {each.unitName}{' '}
                <span className={styles.soft}>
                  {each.validFrom}–{each.validTo}
                </span>
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </Card>
  )
}
