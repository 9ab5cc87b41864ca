import { z } from 'zod'
import { filterRule } from '../filter.ts'

const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'list.monthDay')

/** Has a birthday between two days of the year, both included; from December to January when the first is later. */
export const birthdayRule = filterRule({
  name: 'birthday',
  part: 'birthDate',
  input: z.strictObject({ from: monthDay, to: monthDay }),
  fields: [
    { name: 'from', as: 'monthDay' },
    { name: 'to', as: 'monthDay' },
  ],
  phrase: ({ from, to }) => ({
    key: 'say.birthday',
    params: { ...said('from', from), ...said('to', to) },
  }),
  holds({ from, to }, { birthDate }) {
    if (birthDate === null) return false
    const day = birthDate.slice(5)
    return from <= to ? day >= from && day <= to : day >= from || day <= to
  },
})

/** A day of the year as a sentence says it: its day as a number and its month as what a text chooses by. */
function said(name: string, monthAndDay: string) {
  return { [`${name}Day`]: Number(monthAndDay.slice(3)), [`${name}Month`]: monthAndDay.slice(0, 2) }
}
