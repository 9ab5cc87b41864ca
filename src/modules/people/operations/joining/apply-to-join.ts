import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { dayLength } from '../../rules/days.ts'
import { countryCodes } from '../../rules/joining/countries.ts'
import { applicantMark, applicationSecret, confirmDays } from '../../rules/joining/token.ts'
import { joinLimits } from '../../rules/joining/limits.ts'
import { readApplicant, type Applicant } from '../../store/joining/applicant.ts'
import { ownOrganisation, sendJoinMail } from '../../store/joining/join-mail.ts'
import { joinPageBySlug, type JoinPage } from '../../store/joining/join-pages.ts'
import { homeChoices, readJoinUnits, unitByPostalCode } from '../../store/joining/units.ts'
import { currentWordings } from '../../store/joining/wordings.ts'
import { day, pageSlug } from './shapes.ts'

const input = z.object({
  page: pageSlug,
  givenName: z.string().trim().min(1).max(200),
  familyName: z.string().trim().min(1).max(200),
  email: z.string().trim().min(1).max(300),
  phone: z.string().trim().max(40).default(''),
  careOf: z.string().trim().max(200).default(''),
  street: z.string().trim().min(1).max(200),
  postalCode: z.string().trim().max(20).default(''),
  city: z.string().trim().min(1).max(100),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .refine((code) => countryCodes.includes(code), 'join.country')
    .default('SE'),
  birthDate: day.nullable().default(null),
  homeUnitId: z.uuid().nullable().default(null).describe('Where the page lets the joiner choose'),
  wordingIds: z.array(z.uuid()).max(20).default([]).describe('The wordings that are agreed to'),
  message: z.string().trim().max(2000).default(''),
  by: z.string().max(40).nullable().default(null).describe('The personal link of whoever recruited'),
  website: z.string().max(300).default('').describe('Left empty by people; programs fill it in'),
})

/**
 * Applies to join by a public page. Nothing is asked of the registry: the applicant confirms by a link in a mail, and the
 * application waits in the unit's queue. The answer is the same whether the address is known here or not; only the mail says.
 */
export const applyToJoin = writeOperation({
  name: 'apply-to-join',
  summary: 'Apply to join by a public page; the applicant confirms by a link in a mail.',
  route: 'POST /join/{page}/applications',
  policy: { allow: 'everyone' },
  input,
  output: z.object({ sent: z.literal(true) }),
  example: ({ joining }) => ({
    page: joining.pageSlug,
    givenName: 'Nina',
    familyName: 'Exempel',
    email: 'nina.exempel@example.org',
    street: 'Påhittsvägen 1',
    postalCode: '123 45',
    city: 'Exempelby',
  }),
  audit: (asked) => ({ kind: 'joinPage', id: null, detail: { page: asked.page } }),
  async prepare({ address, organisationId, services }, { email }) {
    if (address) {
      const { allowed, retryAfter } = await services.limit(`join|${address}`, joinLimits.address)
      if (!allowed) throw new Problem('tooMany', { facts: { retryAfter } })
    }
    // Nobody's inbox is to be filled from here; that it has been tried too often is not told to a stranger either.
    const key = `join-mail|${organisationId}|${email.toLowerCase()}`
    return { mayMail: (await services.limit(key, joinLimits.email)).allowed }
  },
  async run(context, written, { mayMail }) {
    const { db, now } = context
    const page = await joinPageBySlug(db, written.page, today(now))
    if (page.state !== 'open') throw new Problem('notPossibleNow', { detail: `joinPage.is.${page.state}` })
    const applicant = readApplicant(written, today(now))
    const unitId = await homeOf(context, page, applicant, written.homeUnitId)
    const consents = await agreedTo(context, page, written.wordingIds)
    if (mayMail && written.website === '') {
      await take(context, page, { ...applicant, unitId, consents, message: written.message, by: written.by })
    }
    return { sent: true as const }
  },
})

async function homeOf(
  { db, now }: OperationContext,
  page: JoinPage,
  applicant: Applicant,
  chosen: string | null,
): Promise<string> {
  if (page.home === 'postalCode' && applicant.country === 'SE') {
    return (await unitByPostalCode(db, applicant.postalCode)) ?? page.homeUnitId
  }
  if (page.home !== 'chosen' || chosen === null) return page.homeUnitId
  const choices = homeChoices(await readJoinUnits(db, today(now)), page.homeUnitId)
  return found(choices.find(({ id }) => id === chosen)).id
}

/** Words that are no longer asked for since the form was opened are not agreed to by anybody. */
async function agreedTo({ db, now }: OperationContext, page: JoinPage, ids: readonly string[]) {
  const wordings = await currentWordings(db, today(now))
  return wordings.filter(({ id, purpose }) => ids.includes(id) && page.purposes.includes(purpose))
}

type Taken = Applicant & {
  unitId: string
  consents: { id: string }[]
  message: string
  by: string | null
}

async function take(context: OperationContext, page: JoinPage, taken: Taken): Promise<void> {
  const { db, now, organisationId, language, services, afterCommit } = context
  const mark = services.keyedHash(applicantMark(taken))
  const { rows } = await sql<{ known: 'waiting' | 'member' | 'sent' | null }>`
    select people.make_way_for_application(${page.id}, ${mark}, ${taken.email}, ${taken.givenKey}, ${taken.familyKey},
      ${page.extraUnitId}, ${now}) as known`.execute(db)
  const known = rows[0]?.known ?? null
  if (known === 'sent') return
  const organisation = await ownOrganisation(context)
  const words = {
    name: taken.givenName,
    organisation: organisation.name,
    page: page.title,
    days: confirmDays,
  }
  const to = { email: taken.email, language, unitId: taken.unitId }
  afterCommit(() => services.mail.nudge())
  if (known) {
    await sendJoinMail(context, known === 'member' ? 'known' : 'waiting', to, words)
    return
  }
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(now.getTime() + confirmDays * dayLength)
  await db
    .insertInto('people.application')
    .values({
      organisation_id: organisationId,
      id: newId(),
      page_id: page.id,
      unit_id: taken.unitId,
      extra_unit_id: page.extraUnitId,
      state: 'unconfirmed',
      given_name: taken.givenName,
      family_name: taken.familyName,
      given_key: taken.givenKey,
      family_key: taken.familyKey,
      email: taken.email,
      phone: taken.phone,
      care_of: taken.careOf,
      street: taken.street,
      postal_code: taken.postalCode,
      city: taken.city,
      country: taken.country,
      birth_date: taken.birthDate,
      language,
      message: taken.message,
      consents: taken.consents.map(({ id }) => id),
      source: page.source,
      referral_link_id: await referralOf(context, taken.by),
      mark,
      token_hash: services.keyedHash(applicationSecret(token)),
      applied_at: now,
      expires_at: expiresAt,
    })
    .execute()
  const url = `${services.publicUrl}/join/${organisation.slug}/${page.slug}/confirm?token=${token}`
  const secret = { confidential: services.mail.sending, sendBefore: expiresAt }
  await sendJoinMail(context, 'confirm', { ...to, ...secret }, { ...words, url })
}

async function referralOf({ db }: OperationContext, by: string | null): Promise<string | null> {
  if (by === null) return null
  const { rows } = await sql<{ id: string | null }>`select people.referral_of(${by}) as id`.execute(db)
  return rows[0]?.id ?? null
}
