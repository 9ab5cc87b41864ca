import type { z } from 'zod'
import { useTexts } from '#web/language.tsx'
import { Bar, barCell, NarrowBar } from '#web/ui/bar.tsx'
import { cells, Status, Table } from '#web/ui/index.ts'
import type { blocShape, partyShape } from '../../operations/elections/election-shapes.ts'
import { electionsTexts } from './elections-texts.ts'
import styles from './elections.module.css'

type Party = z.output<typeof partyShape>

/** Sets of parties with their seats, whether they have a majority, and how many they miss. */
export function BlocTable({
  blocs,
  parties,
  total,
  label,
}: {
  blocs: readonly z.output<typeof blocShape>[]
  parties: readonly Party[]
  total: number
  label: string
}) {
  const t = useTexts(electionsTexts)
  // One that has no row in this result has no seats either.
  const nameOf = (id: string) => parties.find((each) => each.id === id)?.name ?? t('noRow')
  const bar = (seats: number) => ({
    parts: [{ from: 0, to: seats, tone: 'base' as const }],
    domain: [0, total] as const,
  })
  return (
    <Table
      label={label}
      head={
        <tr>
          <th scope="col">{t('bloc')}</th>
          <th scope="col" className={cells.numeric}>
            {t('seats')}
          </th>
          <th scope="col">{t('stands')}</th>
          <td className={barCell} />
        </tr>
      }
    >
      <tbody>
        {blocs.map((bloc) => (
          <tr key={bloc.id}>
            <th scope="row">
              {bloc.name} <Status tone="plain">{t(`side.${bloc.side}`)}</Status>
              <br />
              <span className={styles.soft}>
                {[
                  bloc.partyIds.map(nameOf).join(', '),
                  bloc.validTo
                    ? t('fromTo', { from: bloc.validFrom, to: bloc.validTo })
                    : t('since', { day: bloc.validFrom }),
                  bloc.basis,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              <NarrowBar {...bar(bloc.seats)} />
            </th>
            <td className={cells.numeric}>{t('seatsOf', { seats: bloc.seats, total })}</td>
            <td>
              {bloc.majority ? (
                <Status tone="info">{t('majority')}</Status>
              ) : (
                <Status tone="plain">{t('missing', { count: bloc.missing })}</Status>
              )}
            </td>
            <td className={barCell}>
              <Bar {...bar(bloc.seats)} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
