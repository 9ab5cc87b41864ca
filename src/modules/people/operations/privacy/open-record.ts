import { sql } from 'kysely'
import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { isId, newId } from '#platform/identifiers.ts'
import { actorName } from '#platform/operations/actor-name.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { registrars } from '../../people-roles.ts'
import { readEmail, readPhone } from '../../rules/contact.ts'
import { readPersonalNumber } from '../../rules/personal-number.ts'
import { personalNumberMark } from '../../store/person-rows.ts'

/** For how long a record stays open, in milliseconds. */
const openFor = 3_600_000

export const knownBy = ['personId', 'email', 'phone', 'personalNumber'] as const

/** What somebody sent who was refused, whatever it was. */
const attempt = z.object({
  knownBy: z.string().catch(''),
  value: z.string().catch(''),
  reason: z.string().catch(''),
})

/**
 * Opens a record outside one's trust, or one whose identity is protected, for an hour at most and with a written
 * reason: somebody is threatened, a deceased member's mail must be stopped. It is found by exactly what is known of the
 * person; nobody browses here. The unit's own see at once that it was opened and why, the person among those who have
 * read. Whoever tries and is refused is in the log too.
 */
export const openRecord = writeOperation({
  name: 'open-record',
  summary: 'Open a record outside your trust, or a protected one, for an hour, with a written reason.',
  route: 'POST /people/opened-records',
  policy: { allow: 'roles', roles: registrars, reach: 'organisation', secondFactor: true },
  input: z.object({
    knownBy: z.enum(knownBy),
    value: z.string().trim().min(1).max(254),
    reason: z.string().trim().min(10).max(1000),
  }),
  output: z.object({ openedId: z.uuid(), personId: z.uuid(), expiresAt: z.date() }),
  example: ({ people }) => ({
    knownBy: 'personId' as const,
    value: people.otherPersonId,
    reason: 'Anhöriga har hört av sig om ett dödsfall.',
  }),
  audit: (input, output) => ({
    kind: 'person',
    id: output.personId,
    detail: { knownBy: input.knownBy, reason: input.reason },
  }),
  auditRefusal(input, because) {
    const said = attempt.safeParse(input).data ?? { knownBy: '', value: '', reason: '' }
    return {
      kind: 'openedRecord',
      id: null,
      // By what else the person was known stays unsaid: it may be somebody's who is not in the register.
      aboutPersonIds: said.knownBy === 'personId' && isId(said.value) ? [said.value] : [],
      detail: { sentence: 'refused', because, knownBy: said.knownBy, reason: said.reason.slice(0, 1000) },
    }
  },
  async run(context, { knownBy: by, value, reason }) {
    const { db, now, services, actor } = context
    if (actor.kind !== 'person') throw new Problem('roleRequired')
    const known = knownValue(by, value, today(now))
    if (known === null) {
      throw new Problem('invalidInput', { issues: [{ path: ['value'], message: `opened.${by}` }] })
    }
    const openedId = newId()
    const expiresAt = new Date(now.getTime() + openFor)
    const asked = by === 'personalNumber' ? services.keyedHash(personalNumberMark(known)) : known
    const { rows } = await sql<{ id: string | null }>`
      select people.open_record(${openedId}, ${by}, ${asked}, ${reason}, ${actorName(context).name}, ${now},
        ${expiresAt}) as id`.execute(db)
    return { openedId, personId: found(rows[0]?.id), expiresAt }
  },
})

function knownValue(by: (typeof knownBy)[number], value: string, day: string): string | null {
  switch (by) {
    case 'email':
      return readEmail(value)
    case 'phone':
      return readPhone(value)
    case 'personalNumber': {
      const read = readPersonalNumber(value, day)
      return typeof read === 'string' ? null : read.number
    }
    case 'personId':
      return value.toLowerCase()
  }
}
