import type { z } from 'zod'
import { useTexts } from '#web/language.tsx'
import { cells, rows as rowClasses, Table } from '#web/ui/index.ts'
import type { simulationShape } from '../../operations/growth/growth-shapes.ts'
import { useFigures } from '../elections/figures.ts'
import { growthTexts } from './growth-texts.ts'

const head = (words: string) => (
  <th scope="col" className={cells.numeric}>
    {words}
  </th>
)

/** How many more or fewer, with its sign. */
const difference = (seats: number, other: number) =>
  seats === other ? '0' : `${seats > other ? '+' : '−'}${Math.abs(seats - other)}`

/** Delegates unit by unit, beside the comparison and the seats that the body has for the unit. */
export function DelegatesTable({ shown }: { shown: z.output<typeof simulationShape> }) {
  const t = useTexts(growthTexts)
  const { number } = useFigures()
  const { rows, total, otherTotal, againstDay, hasSeats } = shown
  const cell = (value: number | string) => (
    <td className={cells.numeric}>{typeof value === 'number' ? number(value) : value}</td>
  )
  return (
    <Table
      label={t('seatsOn', { day: shown.asOf })}
      head={
        <tr>
          <th scope="col">{t('unit')}</th>
          {head(t('members'))}
          {head(t('delegates'))}
          {otherTotal ? (
            <>
              {head(t('membersThen', { day: againstDay ?? '' }))}
              {head(t('delegatesThen'))}
              {head(t('difference'))}
            </>
          ) : null}
          {hasSeats ? (
            <>
              {head(t('bodySeats'))}
              {head(t('substitutes'))}
            </>
          ) : null}
        </tr>
      }
    >
      <tbody>
        {rows.map((row) => (
          <tr key={row.unitId}>
            <th scope="row">{row.name}</th>
            {cell(row.members)}
            {cell(row.seats)}
            {row.other ? (
              <>
                {cell(row.other.members)}
                {cell(row.other.seats)}
                {cell(difference(row.seats, row.other.seats))}
              </>
            ) : null}
            {hasSeats ? (
              <>
                {cell(t('heldOf', row.delegates))}
                {cell(t('heldOf', row.substitutes))}
              </>
            ) : null}
          </tr>
        ))}
        <tr className={rowClasses.sum}>
          <th scope="row">{t('sum')}</th>
          {cell(total.members)}
          {cell(total.seats)}
          {otherTotal ? (
            <>
              {cell(otherTotal.members)}
              {cell(otherTotal.seats)}
              {cell(difference(total.seats, otherTotal.seats))}
            </>
          ) : null}
          {hasSeats ? (
            <>
              <td />
              <td />
            </>
          ) : null}
        </tr>
      </tbody>
    </Table>
  )
}
