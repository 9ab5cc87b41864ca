import { ChangeForm } from '#web/change-form.tsx'
import { useTexts } from '#web/language.tsx'
import { Card, Disclosure, SelectField, Stack, TextField } from '#web/ui/index.ts'
import { belonging, mayBecome, standings } from '../../rules/membership.ts'
import { problemIn, type PartProps, type ShownRecord } from './part-shape.ts'
import { personsTexts } from './persons-texts.ts'
import type { UnitChoice } from './reached-units.ts'
import { StandingMark } from './standing-mark.tsx'
import styles from './persons.module.css'

type Membership = NonNullable<ShownRecord['memberships']>[number]
type Changing = PartProps & { keeps: boolean; units: readonly UnitChoice[] }

/** Where somebody belongs, how they stand there since when, and where they have belonged. */
export function MembershipsPart({ record, keeps, units, problem }: Changing) {
  const t = useTexts(personsTexts)
  if (!record.memberships) return null
  const holding = record.memberships.filter((each) => each.validTo === null)
  const before = record.memberships.filter((each) => each.validTo !== null)
  const mayMove = keeps && holding.some((each) => each.kind === 'home' && belonging.includes(each.status))
  return (
    <Card title={t('memberships')} id="memberships">
      {holding.length === 0 ? <p>{t('membershipsNone')}</p> : null}
      <ul className={styles.plain}>
        {holding.map((membership) => (
          <li key={membership.id} className={styles.item}>
            <span className={styles.between}>
              <a href={`/organisation/units/${membership.unit.id}`}>{membership.unit.name}</a>
              <StandingMark standing={membership.status} />
            </span>
            <span className={styles.soft}>
              {t('membershipLine', {
                kind: membership.kind,
                day: membership.validFrom,
                paid: membership.paidUntil ?? 'none',
                reason: membership.reason || 'none',
              })}
            </span>
            {keeps ? <StandingForms membership={membership} problem={problem} /> : null}
          </li>
        ))}
      </ul>
      <div>
        {mayMove ? (
          <Disclosure summary={t('move')} open={problemIn(problem, 'move') !== undefined} id="move">
            <ChangeForm change="move" button={t('move')}>
              <p>{t('moveText')}</p>
              <SelectField
                label={t('toUnit')}
                name="toUnitId"
                required
                defaultValue={problemIn(problem, 'move')?.values['toUnitId'] ?? ''}
                options={[{ value: '', label: t('choose') }, ...units]}
              />
              <TextField label={t('from')} optional={t('emptyToday')} name="from" type="date" />
            </ChangeForm>
          </Disclosure>
        ) : null}
        {keeps ? (
          <Disclosure summary={t('addExtra')} open={problemIn(problem, 'extra') !== undefined}>
            <ChangeForm change="extra" button={t('addThis')}>
              <p>{t('addExtraText')}</p>
              <SelectField
                label={t('unit')}
                name="unitId"
                required
                defaultValue=""
                options={[{ value: '', label: t('choose') }, ...units]}
              />
              <SelectField
                label={t('kind')}
                name="kind"
                defaultValue="extra"
                options={[
                  { value: 'extra', label: t('kind.extra') },
                  { value: 'guest', label: t('kind.guest') },
                ]}
              />
              <TextField label={t('from')} optional={t('emptyToday')} name="from" type="date" />
            </ChangeForm>
          </Disclosure>
        ) : null}
        {before.length > 0 ? (
          <Disclosure summary={t('before', { count: before.length })}>
            <ul className={styles.plain}>
              {before.map((each) => (
                <li key={each.id} className={styles.past}>
                  {t('membershipThen', {
                    unit: each.unit.name,
                    standing: t(`standing.${each.status}`),
                    from: each.validFrom,
                    to: each.validTo ?? '',
                  })}
                </li>
              ))}
            </ul>
          </Disclosure>
        ) : null}
      </div>
    </Card>
  )
}

function StandingForms({ membership, problem }: { membership: Membership } & Pick<PartProps, 'problem'>) {
  const t = useTexts(personsTexts)
  const about = { name: 'unitId', value: membership.unit.id }
  const own = problemIn(problem, 'membership', about)
  const next = standings.filter((standing) => mayBecome(membership.status, standing))
  return (
    <Disclosure summary={t('changeMembership')} open={own !== undefined}>
      <Stack>
        <ChangeForm
          change="membership"
          about={{ name: 'unitId', value: membership.unit.id }}
          button={t('save')}
        >
          <SelectField
            label={t('standing')}
            name="status"
            defaultValue={own?.values['status'] ?? next[0]}
            options={next.map((standing) => ({ value: standing, label: t(`become.${standing}`) }))}
          />
          <TextField
            label={t('from')}
            optional={t('emptyToday')}
            name="from"
            type="date"
            defaultValue={own?.values['from']}
          />
          <TextField
            label={t('reason')}
            optional={t('reasonOptional')}
            name="reason"
            maxLength={500}
            defaultValue={own?.values['reason']}
            error={own?.fields['reason']}
          />
        </ChangeForm>
        {belonging.includes(membership.status) ? (
          <ChangeForm
            change="paidUntil"
            about={{ name: 'unitId', value: membership.unit.id }}
            button={t('savePaid')}
          >
            <TextField
              label={t('paidUntil')}
              name="paidUntil"
              type="date"
              defaultValue={membership.paidUntil ?? ''}
            />
          </ChangeForm>
        ) : null}
      </Stack>
    </Disclosure>
  )
}
