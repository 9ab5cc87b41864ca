import { sql } from 'kysely'
import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { readOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { peopleTexts } from '../../messages/people.ts'
import { calendarText } from '../../rules/privacy/calendar-text.ts'
import { linkSecret } from '../../rules/privacy/secret-link.ts'

type DateRow = {
  id: string
  kind: 'feed' | 'paidUntil' | 'consentExpires' | 'termEnds'
  day: string
  title: string
}

/** A person's own dates for a calendar that subscribes to them. The address is the permission. */
export const readCalendar = readOperation({
  name: 'read-calendar',
  summary: 'The dates behind a calendar address, as an iCalendar file.',
  route: 'GET /calendar/{token}',
  policy: { allow: 'everyone' },
  input: z.object({ token: z.string().min(1).max(200) }),
  output: z.file(),
  example: ({ privacy }) => ({ token: privacy.calendarToken }),
  async run({ db, now, services, language }, { token }) {
    const hash = services.keyedHash(linkSecret('calendar', token))
    const { rows } = await sql<DateRow>`
      select id, kind, day, title from people.calendar_dates(${hash}, ${today(now)})`.execute(db)
    found(rows[0])
    const t = peopleTexts.in(language)
    const days = rows.flatMap((row) =>
      row.kind === 'feed'
        ? []
        : [{ id: row.id, day: row.day, title: t(`calendar.${row.kind}`, { title: row.title }) }],
    )
    const made = now.toISOString().replaceAll(/[-:]|\.\d+/g, '')
    return new File([calendarText(t('calendar.name'), days, made)], 'kansli.ics', {
      type: 'text/calendar; charset=utf-8',
    })
  },
})
