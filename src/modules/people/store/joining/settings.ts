import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import { settingOf, usualWelcomeDays } from '../../rules/joining/welcome.ts'
import { upwardsFrom } from './units.ts'

/** What a unit has decided about recruiting and welcoming. */
export type JoiningSetting = {
  welcomeDays: number
  leaderboard: boolean
  startDay: string | null
  memberTarget: number | null
  targetDay: string | null
}

/** What the units have decided, each by itself. */
export async function readSettings(db: Transaction<Tables>): Promise<Map<string, JoiningSetting>> {
  const rows = await db.selectFrom('people.joining_setting').selectAll().execute()
  return new Map(
    rows.map((row) => [
      row.unit_id,
      {
        welcomeDays: row.welcome_days,
        leaderboard: row.leaderboard,
        startDay: row.start_day,
        memberTarget: row.member_target,
        targetDay: row.target_day,
      },
    ]),
  )
}

/** Within how many days each unit meets new members: its own word, or that of the nearest unit above. */
export async function welcomeDays(db: Transaction<Tables>): Promise<(unitId: string) => number> {
  const settings = await readSettings(db)
  const units = await db.selectFrom('organisation.unit').select(['id', 'parent_id as parentId']).execute()
  return (unitId) => settingOf(upwardsFrom(units, unitId), settings)?.welcomeDays ?? usualWelcomeDays
}
