import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { readOperation } from '#platform/operations/operation.ts'
import { unitReaders } from '../inside-roles.ts'
import { searchUnits as foundUnits } from '../rules/search-units.ts'
import { asToldOn, dayBefore, holdsOn } from '../rules/unit-records.ts'
import { nameOn } from '../rules/unit-history.ts'
import { ancestorsOn } from '../rules/unit-tree.ts'
import { readUnits } from '../store/read-units.ts'

/** Finds units by parts of their names, also by names they no longer have and those of units that went up in them. */
export const searchUnits = readOperation({
  name: 'search-units',
  summary: 'Find units by parts of their names, earlier names and those of units that were merged into them.',
  route: 'GET /units/search',
  policy: { allow: 'roles', roles: unitReaders, reach: 'organisation' },
  input: z.object({ words: z.string().trim().min(1).max(100), asOf: z.iso.date().optional() }),
  output: z.object({
    found: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        /** The name it was found by, when it is not what it is called. */
        alias: z.string().nullable(),
        /** The names of the units above it, the top one first. */
        path: z.array(z.string()),
        validFrom: z.iso.date(),
        validTo: z.iso.date().nullable(),
        isThere: z.boolean(),
      }),
    ),
  }),
  example: () => ({ words: 'nord' }),
  async run({ db, now }, { words, asOf }) {
    const records = await readUnits(db)
    const day = asOf ?? today(now)
    const units = new Map(records.units.map((unit) => [unit.id, unit]))
    return {
      found: foundUnits(records, words, day).flatMap(({ unitId, alias }) => {
        const unit = units.get(unitId)
        if (!unit) return []
        const isThere = holdsOn(unit, day)
        const { validFrom, validTo } = isThere ? asToldOn(unit, day, today(now)) : unit
        const then = isThere ? day : validFrom > day ? validFrom : (validTo ?? dayBefore(day))
        const path = ancestorsOn(records, unitId, then).map((each) => nameOn(records, each, then))
        const name = nameOn(records, unitId, then)
        return [{ id: unitId, name, alias, path: path.toReversed(), validFrom, validTo, isThere }]
      }),
    }
  },
})
