import type { z } from 'zod'
import { useTexts } from '#web/language.tsx'
import { Button, Card, Choice, ChoiceGroup, Notice, Stack, TextField } from '#web/ui/index.ts'
import type { partyShape } from '../../operations/elections/election-shapes.ts'
import type { previewPower } from '../../operations/elections/preview-power.ts'
import { electionsTexts } from './elections-texts.ts'
import styles from './elections.module.css'

type Power = z.output<typeof previewPower.output>

/** What if: parties to count together, and some seats more or fewer. The answer stands in the address, so that it can be sent on. */
export function PowerPart({
  parties,
  chosen,
  added,
  power,
  asked,
}: {
  parties: readonly (z.output<typeof partyShape> & { seats: number })[]
  chosen: readonly string[]
  added: number
  power: Power | null
  asked: string | null
}) {
  const t = useTexts(electionsTexts)
  return (
    <Card title={t('power')} id="power">
      <form className={styles.form} action="#power">
        <Stack>
          <p>{t('powerText')}</p>
          {asked ? <input type="hidden" name="on" value={asked} /> : null}
          <ChoiceGroup legend={t('together')}>
            <div className={styles.parties}>
              {parties.map((party) => (
                <Choice
                  key={party.id}
                  name="set"
                  value={party.id}
                  label={t('partySeats', { name: party.name, seats: party.seats })}
                  defaultChecked={chosen.includes(party.id)}
                />
              ))}
            </div>
          </ChoiceGroup>
          <TextField
            label={t('added')}
            hint={t('addedHint')}
            name="added"
            type="number"
            min={-1000}
            max={1000}
            numeric
            defaultValue={added}
          />
          <p>
            <Button>{t('try')}</Button>
          </p>
        </Stack>
      </form>
      {power ? <PowerAnswer power={power} added={added} /> : null}
    </Card>
  )
}

function PowerAnswer({ power, added }: { power: Power; added: number }) {
  const t = useTexts(electionsTexts)
  const { own, changed, governing, shifts, total, majority } = power
  const stands = (standing: Power['own']) =>
    standing.majority ? t('hasMajority') : t('missesMajority', { count: standing.missing })
  return (
    <Stack gap="tight">
      <p className={styles.answer}>
        {t('nowSeats', { seats: own.seats, total, majority })} {stands(own)}
      </p>
      {added === 0 ? null : (
        <Notice>
          <p>
            {t('thenSeats', {
              added: Math.abs(added),
              sign: added < 0 ? 'fewer' : 'more',
              seats: changed.seats,
            })}{' '}
            {stands(changed)}
          </p>
        </Notice>
      )}
      <ul className={styles.list}>
        <li>{shifts.toMajority === 0 ? t('majorityNow') : t('toMajority', { count: shifts.toMajority })}</li>
        {governing ? (
          <>
            <li>
              {shifts.governingLoses === null
                ? t('governsWithout', { name: governing.name, seats: governing.seats })
                : t('governingLoses', { name: governing.name, count: shifts.governingLoses })}
            </li>
            {shifts.toLarger === null ? null : (
              <li>
                {shifts.toLarger === 0
                  ? t('largerNow', { name: governing.name })
                  : t('toLarger', { name: governing.name, count: shifts.toLarger })}
              </li>
            )}
          </>
        ) : null}
      </ul>
    </Stack>
  )
}
