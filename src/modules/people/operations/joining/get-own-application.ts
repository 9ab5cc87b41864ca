import { sql } from 'kysely'
import { z } from 'zod'
import { readOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { applicationSecret } from '../../rules/joining/token.ts'
import { token } from './shapes.ts'

type Row = {
  state: 'unconfirmed' | 'waiting'
  page_slug: string
  page_title: string
  unit_name: string
  extra_unit_name: string | null
  given_name: string
  family_name: string
  email: string
  phone: string
  address: string
}

/** An application as whoever holds its link sees it. Looking changes nothing: mail programs look too. */
export const getOwnApplication = readOperation({
  name: 'get-own-application',
  summary: 'An application that waits, by the secret in its link. Changes nothing.',
  route: 'GET /join/applications/own',
  policy: { allow: 'everyone' },
  input: z.object({ token }),
  output: z.object({
    state: z.enum(['unconfirmed', 'waiting']),
    page: z.string(),
    title: z.string(),
    unitName: z.string(),
    extraUnitName: z.string().nullable(),
    givenName: z.string(),
    familyName: z.string(),
    email: z.string(),
    phone: z.string(),
    address: z.string(),
  }),
  example: ({ joining }) => ({ token: joining.token }),
  async run({ db, now, services }, input) {
    const hash = services.keyedHash(applicationSecret(input.token))
    const { rows } = await sql<Row>`select * from people.own_application(${hash}, ${now})`.execute(db)
    const row = found(rows[0])
    return {
      state: row.state,
      page: row.page_slug,
      title: row.page_title,
      unitName: row.unit_name,
      extraUnitName: row.extra_unit_name,
      givenName: row.given_name,
      familyName: row.family_name,
      email: row.email,
      phone: row.phone,
      address: row.address,
    }
  },
})
