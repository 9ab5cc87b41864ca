import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { registrarPolicy } from '../../people-roles.ts'
import { addPerson } from '../../store/add-person.ts'
import { findKnown } from '../../store/persons/find-known.ts'
import { orNumberTaken } from '../../store/persons/number-taken.ts'
import { requireReach } from '../../store/persons/require-reach.ts'
import { isSuppressed, liftSuppression } from '../../store/privacy/suppression.ts'
import { recordEvent } from '../../store/record-event.ts'
import { contactInput, contactOf } from './contact-input.ts'
import { aboutShape, personSubject } from './person-change.ts'
import { familyNameInput, givenNameInput, identityOf, languagesInput } from './person-input.ts'

/**
 * Adds one person by hand. When somebody within reach has the same e-mail, phone or personal number, they are named in
 * the answer (`candidates`) and nothing is written, unless the caller says that this is another person. Whoever has asked to be
 * erased is added only when they have asked to come back, and how is told in the log.
 */
export const createPerson = writeOperation({
  name: 'create-person',
  summary:
    'Add a person with contacts and a membership. Answers with `candidates` when the person may be there already.',
  route: 'POST /people/persons',
  policy: registrarPolicy,
  input: z.object({
    unitId: z.uuid().describe('The home unit'),
    givenName: givenNameInput,
    familyName: familyNameInput.default(''),
    birthDate: z.iso.date().nullish(),
    personalNumber: z.string().max(20).nullish(),
    language: z.enum(['sv', 'en']).default('sv'),
    languages: languagesInput.default([]),
    accessibility: z.string().trim().max(2000).default(''),
    contacts: z.array(contactInput).max(20).default([]),
    membership: z
      .object({
        status: z.enum(['applied', 'active', 'lapsed']).default('active'),
        from: z.iso.date().optional(),
        paidUntil: z.iso.date().nullish(),
      })
      .nullable()
      .default({ status: 'active' })
      .describe('The home membership; null for somebody who is no member'),
    anotherPerson: z.boolean().default(false).describe('This is somebody else than the candidates'),
    askedBack: z
      .string()
      .trim()
      .min(5)
      .max(300)
      .nullish()
      .describe('Somebody erased at their own wish has asked to come back: when and how, for the log'),
  }),
  output: aboutShape,
  example: ({ organisation }) => ({
    unitId: organisation.unitId,
    givenName: 'Ebba',
    familyName: 'Exempelström',
    contacts: [{ kind: 'phone' as const, value: '070-174 06 10' }],
  }),
  audit: ({ askedBack }, output) =>
    personSubject(output, askedBack ? { sentence: 'cameBack', askedBack } : {}),
  async run(context, input) {
    requireReach(context, input.unitId)
    const day = today(context.now)
    const identity = identityOf(input, day)
    const contacts = input.contacts.map((each, index) => contactOf(each, ['contacts', index]))
    const from = input.membership?.from ?? day
    if (from > day) throw new Problem('notPossibleNow', { detail: 'membership.notYet' })
    if (!input.anotherPerson || identity.personalNumber) {
      const candidates = await findKnown(context, { contacts, ...identity })
      const isSame = candidates.some((each) => each.same.includes('personalNumber'))
      if (isSame || (candidates.length > 0 && !input.anotherPerson)) {
        const detail = isSame ? 'person.numberKnown' : 'person.maybeThere'
        throw new Problem('notPossibleNow', { detail, facts: { candidates } })
      }
    }
    const recognised = {
      emails: contacts.flatMap((each) => (each.kind === 'email' ? [each.value] : [])),
      phones: contacts.flatMap((each) => (each.kind === 'phone' ? [each.value] : [])),
      personalNumber: identity.personalNumber,
    }
    const comesBack = await isSuppressed(context, recognised)
    if (comesBack && !input.askedBack) {
      throw new Problem('notPossibleNow', {
        detail: 'person.askedToBeErased',
        facts: { askedToBeErased: true },
      })
    }
    const { givenName, familyName, language, languages, accessibility, membership, unitId } = input
    const personId = await orNumberTaken(
      addPerson(
        context,
        {
          homeUnitId: unitId,
          givenName,
          familyName,
          language,
          languages,
          accessibility,
          ...identity,
          lawfulBasis: !membership
            ? 'consent'
            : membership.status === 'applied'
              ? 'application'
              : 'membership',
          contacts: contacts.map((contact, index) => ({
            ...contact,
            preferred:
              contact.preferred ?? contacts.findIndex((each) => each.kind === contact.kind) === index,
          })),
          memberships: membership
            ? [
                {
                  unitId,
                  kind: 'home',
                  status: membership.status,
                  from,
                  paidUntil: membership.paidUntil ?? null,
                },
              ]
            : [],
        },
        'by hand',
      ),
    )
    if (comesBack) {
      await liftSuppression(context, recognised)
      await recordEvent(context, { id: personId, homeUnitId: unitId, protected: false }, 'cameBack')
    }
    return { personId, unitId, accountUserId: null }
  },
})
