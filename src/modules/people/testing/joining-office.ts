import type { z } from 'zod'
import {
  openTestOffice,
  type TestOffice,
  type TestOrganisation,
} from '../../../../tests/support/test-office.ts'
import type { Caller } from '#platform/operations/call.ts'
import type { Operation } from '#platform/operations/operation.ts'
import { applyToJoin } from '../operations/joining/apply-to-join.ts'
import { confirmApplication } from '../operations/joining/confirm-application.ts'
import { createJoinPage } from '../operations/joining/create-join-page.ts'
import { listApplications } from '../operations/joining/list-applications.ts'

/** Somebody who applies. */
export const nina = {
  givenName: 'Nina',
  familyName: 'Exempel',
  email: 'nina@example.org',
  phone: '070-174 06 05',
  street: 'Påhittsvägen 1',
  postalCode: '123 45',
  city: 'Exempelby',
}

export type Applying = Partial<z.input<typeof applyToJoin.input>>

/** An organisation with a join page, and what a test does there. */
export type JoiningOffice = Awaited<ReturnType<typeof joiningOffice>>

export function openJoiningOffice(): Promise<TestOffice> {
  return openTestOffice()
}

/** A new organisation in the office, with a registrar and a page to join through. */
export async function joiningOffice(office: TestOffice) {
  office.setClock('2026-11-22T10:00:00Z')
  const ours: TestOrganisation = await office.organisation()
  const registrar = await ours.person(['registrar'])
  const { owner } = office.application.database

  function as<Input extends z.ZodType, Output extends z.ZodType>(
    caller: Caller,
    operation: Operation<Input, Output>,
    input: z.input<Input>,
  ) {
    return office.application.call(operation, input, caller)
  }

  const page = (title: string, more: { maxUses?: number; home?: 'set' | 'postalCode' } = {}) =>
    as(registrar, createJoinPage, {
      unitId: ours.unitId,
      title: `${title} ${ours.id}`,
      home: 'set',
      homeUnitId: ours.unitId,
      source: 'webben',
      ...more,
    })
  const { slug, pageId } = await page('Bli medlem')

  const apply = (more: Applying = {}) => as(ours.anonymous, applyToJoin, { page: slug, ...nina, ...more })

  const mails = () =>
    owner
      .selectFrom('mail.message')
      .select(['recipient', 'subject', 'body_text as text'])
      .where('organisation_id', '=', ours.id)
      .orderBy('created_at')
      .orderBy('id')
      .execute()

  const lastToken = async () => /token=(\S+)/.exec((await mails()).at(-1)?.text ?? '')?.[1] ?? ''

  return {
    ours,
    registrar,
    slug,
    pageId,
    as,
    page,
    apply,
    mails,
    lastToken,
    /** Applies and confirms. @returns the application's id */
    async applied(more: Applying = {}): Promise<string> {
      await apply(more)
      await as(ours.anonymous, confirmApplication, { token: await lastToken() })
      const { applications } = await as(registrar, listApplications, {})
      return applications.at(-1)!.id
    },
    async count(
      table: 'people.person' | 'people.application' | 'people.welcome_task' | 'people.membership',
    ): Promise<number> {
      const rows = await owner
        .selectFrom(table)
        .select('organisation_id')
        .where('organisation_id', '=', ours.id)
        .execute()
      return rows.length
    },
  }
}
