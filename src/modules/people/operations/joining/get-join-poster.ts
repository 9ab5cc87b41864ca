import QRCode from 'qrcode'
import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { exportOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { renderPoster } from '../../document/poster/poster.ts'
import { peopleTexts } from '../../messages/people.ts'
import { readJoinPages } from '../../store/joining/join-pages.ts'
import { requireReach } from '../../store/persons/require-reach.ts'
import { pageId, pagePolicy } from './shapes.ts'

/** A poster to print on A4: what the page says, its address as a code for telephones and in plain text. */
export const getJoinPoster = exportOperation({
  name: 'get-join-poster',
  summary: "A join page's address as a poster (PDF): a code for telephones and the address in text.",
  route: 'GET /people/join-pages/{pageId}/poster',
  policy: pagePolicy,
  input: z.object({ pageId }),
  output: z.file(),
  example: ({ joining }) => ({ pageId: joining.pageId }),
  audit: (input, file) => ({ kind: 'joinPage', id: input.pageId, detail: { file: file.name } }),
  async prepare(context, input) {
    const { language, now, organisationId, services } = context
    const { page, unit, organisation } = await context.read(async (db) => {
      const shown = found((await readJoinPages(db, today(now), { id: input.pageId }))[0])
      requireReach(context, shown.unitId)
      return {
        page: shown,
        unit: await db
          .selectFrom('organisation.unit')
          .select('name')
          .where('id', '=', shown.unitId)
          .executeTakeFirstOrThrow(),
        organisation: await db
          .selectFrom('organisation.organisation')
          .select(['name', 'slug', 'accent_hue'])
          .where('id', '=', organisationId)
          .executeTakeFirstOrThrow(),
      }
    })
    const t = peopleTexts.in(language)
    const link = `${services.publicUrl}/join/${organisation.slug}/${page.slug}`
    const bytes = await renderPoster({
      language,
      organisation: organisation.name,
      unit: unit.name === organisation.name ? '' : unit.name,
      title: page.title,
      lead: firstLines(page.words),
      code: await QRCode.toString(link, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' }),
      alt: t('joinPage.poster.alt', { link }),
      scan: t('joinPage.poster.scan'),
      link: link.replace(/^https?:\/\//, ''),
      until: page.closesOn === null ? '' : t('joinPage.poster.until', { day: page.closesOn }),
      hue: organisation.accent_hue,
      madeAt: now,
    })
    return new File([new Uint8Array(bytes)], `${page.slug}.pdf`, { type: 'application/pdf' })
  },
  async run(_context, _input, file) {
    return file
  },
})

/** As much of the words as a poster has room for: whole paragraphs, or the beginning of the first. */
function firstLines(words: string): string {
  const room = 420
  let said = ''
  for (const paragraph of words.split(/\n\s*\n/)) {
    if (said.length + paragraph.length > room) break
    said += `${said ? '\n\n' : ''}${paragraph}`
  }
  if (said || words === '') return said
  return `${words.slice(0, room).replace(/\s+\S*$/, '')} …`
}
