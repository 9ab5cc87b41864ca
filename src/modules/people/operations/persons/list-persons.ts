import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { personalReadOperation } from '#platform/operations/operation.ts'
import { registerPolicy } from '../../people-roles.ts'
import { readSearch } from '../../rules/persons/read-search.ts'
import { requireReach } from '../../store/persons/require-reach.ts'
import { unitsLookedIn } from '../../store/persons/units-looked-in.ts'
import { countRegister, readRegister } from '../../store/persons/read-register.ts'
import { readRowParts } from '../../store/persons/read-row-parts.ts'
import { registerCursor, cursorOf, placeOf } from './register-cursor.ts'
import { unitName } from './record-shape.ts'

export const shownStandings = ['active', 'lapsed', 'applied', 'excluded', 'left', 'none'] as const

/** The register, page by page, searched by what people write: names, e-mail, phone, personal number. */
export const listPersons = personalReadOperation({
  name: 'list-persons',
  summary: 'Search the register by name, e-mail, phone or personal number; a page at a time, with counts.',
  route: 'GET /people/persons',
  policy: registerPolicy,
  input: z.object({
    words: z.string().trim().max(200).default(''),
    unitId: z.uuid().optional().describe('Those who belong in this unit or below it'),
    standing: z.enum(shownStandings).optional(),
    tagId: z.uuid().optional(),
    after: registerCursor.optional(),
    limit: z.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    persons: z.array(
      z.object({
        id: z.uuid(),
        givenName: z.string(),
        familyName: z.string(),
        homeUnit: unitName,
        standing: z.enum(shownStandings),
        /** The preferred ways, where the caller sees them. */
        email: z.string().nullable(),
        phone: z.string().nullable(),
        tags: z.array(z.string()),
      }),
    ),
    counts: z
      .record(z.enum(shownStandings), z.number().int())
      .describe('By standing, whichever is asked for'),
    complete: z.boolean().describe('False when more fit than are counted'),
    next: z.string().nullable().describe('Give this as `after` for the page that follows; null at the end'),
  }),
  example: ({ organisation }) => ({ words: 'prov', unitId: organisation.unitId }),
  audit: ({ words, unitId }, { persons }) => ({
    kind: 'register',
    id: null,
    ...(unitId ? { unitId } : {}),
    aboutPersonIds: persons.map(({ id }) => id),
    // Which words were used may name somebody; that there were any says enough.
    detail: { searched: words !== '', count: persons.length },
  }),
  async run(context, { words, unitId, standing, tagId, after, limit }) {
    if (unitId) requireReach(context, unitId)
    const asked = {
      search: readSearch(words, today(context.now)),
      units: await unitsLookedIn(context, unitId ?? null),
      tagId: tagId ?? null,
    }
    const { counts, complete } = await countRegister(context, asked)
    const expected = standing ? counts[standing] : Object.values(counts).reduce((sum, each) => sum + each, 0)
    const rows =
      complete && expected === 0
        ? []
        : await readRegister(
            context,
            { ...asked, standing: standing ?? null },
            // One more than asked for tells whether there is a page that follows.
            { after: after ? placeOf(after) : null, limit: limit + 1 },
            expected,
          )
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    const parts = await readRowParts(context, shown)
    return {
      persons: shown.map((row) => ({
        id: row.id,
        givenName: row.givenName,
        familyName: row.familyName,
        homeUnit: { id: row.homeUnitId, name: row.unit },
        standing: row.standing,
        ...(parts.get(row.id) ?? { email: null, phone: null, tags: [] }),
      })),
      counts,
      complete,
      next: rows.length > limit && last ? cursorOf(last) : null,
    }
  },
})
