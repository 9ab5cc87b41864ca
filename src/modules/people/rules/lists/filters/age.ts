import { z } from 'zod'
import { ageOn } from '../../age.ts'
import { filterRule } from '../filter.ts'

const age = z.number().int().min(0).max(130)

/** How old somebody is today, both ages included. Whose day of birth is unknown has no age. */
export const ageRule = filterRule({
  name: 'age',
  part: 'birthDate',
  input: z
    .strictObject({ from: age.optional(), to: age.optional() })
    .refine(({ from, to }) => from !== undefined || to !== undefined, {
      error: 'list.oneOfTwo',
      path: ['from'],
    })
    .refine(({ from = 0, to = 130 }) => from <= to, { error: 'list.backwards', path: ['to'] }),
  fields: [
    { name: 'from', as: 'number' },
    { name: 'to', as: 'number' },
  ],
  phrase: ({ from, to }) => ({
    key: from === undefined ? 'say.ageTo' : to === undefined ? 'say.ageFrom' : 'say.ageBetween',
    params: { from: from ?? 0, to: to ?? 0 },
  }),
  holds({ from, to }, { birthDate }, { today }) {
    if (birthDate === null) return false
    const years = ageOn(birthDate, today)
    return (from === undefined || years >= from) && (to === undefined || years <= to)
  },
})

/** The last day on which somebody may be born to have had this many birthdays on a day: 29 February counts from 1 March. */
export function bornBy(today: string, years: number): string {
  const year = Number(today.slice(0, 4)) - years
  const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCDate() === 29
  const day = today.endsWith('-02-29') && !isLeap ? '-02-28' : today.slice(4)
  return `${String(year).padStart(4, '0')}${day}`
}
