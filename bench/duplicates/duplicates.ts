import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openApplication, type Application } from '../../src/application.ts'
import {
  continueDuplicateSearch,
  findDuplicates,
  loadInventedPeople,
  type WrittenPerson,
} from '../../src/modules/people/index.ts'
import { createOrganisation, createUnit } from '../../src/modules/organisation/index.ts'
import { operator } from '../../src/platform/access/actor.ts'
import { newId } from '../../src/platform/identifiers.ts'
import { readSettings } from '../../src/platform/settings/settings.ts'
import type { Measure } from '../measure.ts'
import { atLeast, below, measured } from '../measurement.ts'

const persons = 100_000

/** From "look now" to the last pair kept, over a hundred thousand invented people on the embedded engine. */
export const duplicates: Measure = {
  name: 'duplicates',
  title: 'Duplicates in a large register',
  async run({ progress }) {
    const folder = mkdtempSync(join(tmpdir(), 'kansli-bench-'))
    const settings = readSettings({ KANSLI_DATA: folder, LOG_LEVEL: 'fatal', KANSLI_BACKUPS: 'no' })
    const application = await openApplication(settings)
    try {
      progress(`Writing ${persons} invented people`)
      const { organisationId, people, wrote } = await fill(application)
      progress('Looking for duplicates')
      const { pieces, total } = await search(application, organisationId)
      const { right, known, found } = await compare(application, organisationId, people)
      return {
        measurements: [
          measured('Whole search over 100 000 people', 'ms', [total], below(120_000)),
          measured('One piece, which is one transaction', 'ms', pieces),
          measured('Known second records found, of a hundred', 'count', [(100 * right) / known], atLeast(90)),
          measured('Right, of a hundred pairs found', 'count', [(100 * right) / found], atLeast(80)),
          measured('Writing the people with all they have', 'ms', [wrote]),
        ],
        notes: [
          `${people.length} people, ${known} of whom are a second record of somebody; ${found} pairs were found in ${pieces.length} pieces.`,
          'The longest piece is the longest anybody else may have to wait on the embedded engine, where one transaction runs at a time.',
          `The longest took ${Math.round(Math.max(...pieces))} ms.`,
        ],
      }
    } finally {
      await application.close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

async function fill(application: Application) {
  const organisationId = newId()
  const caller = { actor: operator, organisationId, language: 'sv' as const }
  const organisation = { name: 'Mätdistriktet', unitKind: 'district', ownerUserId: null, isDemo: true }
  const { unitId } = await application.call(createOrganisation, organisation, caller)
  for (let number = 1; number <= 40; number++) {
    await application.call(
      createUnit,
      { parentId: unitId, kind: 'association', name: `Förening ${number}` },
      caller,
    )
  }
  const began = performance.now()
  const people = await loadInventedPeople(application, {
    organisationId,
    topUnitId: unitId,
    count: persons,
    phones: 'impossible',
  })
  return { organisationId, people, wrote: performance.now() - began }
}

async function search(application: Application, organisationId: string) {
  const caller = { actor: operator, organisationId, language: 'sv' as const }
  const pieces: number[] = []
  const began = performance.now()
  const { searchId } = await application.call(findDuplicates, {}, caller)
  for (let goesOn = true; goesOn;) {
    const piece = performance.now()
    ;({ goesOn } = await application.call(continueDuplicateSearch, { searchId }, caller))
    pieces.push(performance.now() - piece)
  }
  return { pieces, total: performance.now() - began }
}

async function compare(application: Application, organisationId: string, people: readonly WrittenPerson[]) {
  const pairs = await application.database.owner
    .selectFrom('people.duplicate_pair')
    .select(['first_person_id as first', 'second_person_id as second'])
    .where('organisation_id', '=', organisationId)
    .execute()
  const found = new Set(pairs.map(({ first, second }) => `${first} ${second}`))
  const seconds = people.filter(
    ({ invented }) =>
      invented.sameAs !== null && !invented.protected && !people[invented.sameAs]!.invented.protected,
  )
  const right = seconds.filter(({ id, invented }) =>
    found.has([id, people[invented.sameAs!]!.id].toSorted().join(' ')),
  )
  return { right: right.length, known: seconds.length, found: found.size }
}
