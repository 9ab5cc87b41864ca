import type { ReactNode } from 'react'
import { useLanguage, useTexts } from '#web/language.tsx'
import { classes, Table } from '#web/ui/index.ts'
import { moment } from '../imports/moment.ts'
import { comparedFields, type ComparedField } from './compare-fields.ts'
import { duplicatesTexts } from './duplicates-texts.ts'
import type { ShownSide } from './shown-side.ts'
import styles from './duplicates.module.css'

type Which = 'first' | 'second'
const letters: Record<Which, string> = { first: 'A', second: 'B' }

/** Two records beside each other; where they differ, the value that is to stand is chosen. */
export function CompareTable({
  first,
  second,
  stays,
}: {
  first: ShownSide
  second: ShownSide
  stays: Which
}) {
  const t = useTexts(duplicatesTexts)
  const language = useLanguage()
  const sides = { first, second }
  const plain = (label: string, value: (side: ShownSide) => ReactNode) => (
    <tr>
      <th scope="row">{label}</th>
      {(['first', 'second'] as const).map((which) => (
        <td key={which}>
          <Letter which={which} />
          {value(sides[which])}
        </td>
      ))}
    </tr>
  )
  return (
    <Table
      label={t('sideBySide')}
      className={styles.compare!}
      head={
        <tr>
          <th scope="col">{t('field')}</th>
          <th scope="col">{t('record', { letter: 'A' })}</th>
          <th scope="col">{t('record', { letter: 'B' })}</th>
        </tr>
      }
    >
      <tbody>
        <tr>
          <th scope="row">{t('stays')}</th>
          {(['first', 'second'] as const).map((which) => (
            <td key={which}>
              <Option name="stays" value={which} chosen={which === stays}>
                {t('staysText', { letter: letters[which] })}
              </Option>
            </td>
          ))}
        </tr>
        {comparedFields(first, second).map((compared) => (
          <FieldRows key={compared.field} compared={compared} stays={stays} />
        ))}
        {plain(t('memberships'), ({ memberships }) =>
          memberships.length === 0
            ? t('none')
            : memberships.map(({ unit, status, from, to }) => (
                <p key={`${unit.id} ${from} ${status} ${to}`}>
                  {t('membershipLine', { unit: unit.name, status, from, to: to ?? 'none' })}
                </p>
              )),
        )}
        {plain(t('also'), ({ counts }) => t('counts', counts))}
        {plain(t('created'), ({ createdAt }) => moment(createdAt, language))}
      </tbody>
    </Table>
  )
}

function FieldRows({ compared, stays }: { compared: ComparedField; stays: Which }) {
  const t = useTexts(duplicatesTexts)
  const { field, isEqual, isChoice, mayBoth } = compared
  const shown = (value: string) =>
    field === 'language' ? t(value === 'en' ? 'language.en' : 'language.sv') : value
  const cell = (which: Which) => {
    const values = compared[which]
    const text =
      values.length === 0 ? <span className={styles.soft}>{t('none')}</span> : values.map(shown).join(', ')
    return isChoice ? (
      <Option name={field} value={which} chosen={!mayBoth && which === stays}>
        {text}
      </Option>
    ) : (
      text
    )
  }
  return (
    <>
      <tr className={classes(!isEqual && styles.marked)}>
        <th scope="row">
          {t(field)}
          {isEqual ? null : <span className={styles.mark}>{t('different')}</span>}
        </th>
        {(['first', 'second'] as const).map((which) => (
          <td key={which}>
            <Letter which={which} />
            {cell(which)}
          </td>
        ))}
      </tr>
      {isChoice && mayBoth ? (
        <tr className={styles.marked}>
          <td />
          <td colSpan={2}>
            <Option name={field} value="both" chosen>
              {t('both')}
            </Option>
          </td>
        </tr>
      ) : null}
    </>
  )
}

/** Which record it is, said where the columns are not beside each other. */
function Letter({ which }: { which: Which }) {
  const t = useTexts(duplicatesTexts)
  return <span className={styles.letter}>{t('record', { letter: letters[which] })}</span>
}

function Option({
  name,
  value,
  chosen,
  children,
}: {
  name: string
  value: string
  chosen: boolean
  children: ReactNode
}) {
  return (
    <label className={styles.option}>
      <input type="radio" name={name} value={value} defaultChecked={chosen} />
      <span>{children}</span>
    </label>
  )
}
