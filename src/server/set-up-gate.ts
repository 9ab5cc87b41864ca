import { createHash, randomInt, timingSafeEqual } from 'node:crypto'
import type { Kysely } from 'kysely'
import { setUpLimit } from '#platform/auth/limits.ts'
import type { Tables } from '#platform/database/tables.ts'
import type { SetUpGate } from '#web/account/account-pages.ts'
import type { Application } from '../application.ts'

/** Without letters and figures that look like one another. */
const characters = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'

/** A code to type from a screen: four groups of four, about 78 bits. */
function newCode(): string {
  return Array.from({ length: 4 }, newGroup).join('-')
}

function newGroup(): string {
  return Array.from({ length: 4 }, () => characters[randomInt(characters.length)]).join('')
}

const hashOf = (code: string) =>
  createHash('sha256')
    .update(code.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''))
    .digest()

/**
 * Lets only the person at the machine take an unset system into use. The code is made anew at each start, shown
 * there once, and remembered only as a hash in this process.
 * @returns the gate, and the code to print; no code when the system is in use already
 */
export async function createSetUpGate(
  application: Application,
): Promise<{ gate: SetUpGate; code: string | null }> {
  const { database, accounts } = application
  if (await isSetUp(database.owner)) {
    return { gate: { isOpen: async () => false, try: async () => 'alreadySetUp' }, code: null }
  }
  const code = newCode()
  const right = hashOf(code)
  const gate: SetUpGate = {
    isOpen: async () => !(await isSetUp(database.owner)),
    async try(given, address) {
      if (await isSetUp(database.owner)) return 'alreadySetUp'
      // Counted before it is compared: past the limit the right code is refused too, or the limit would be none.
      const { allowed } = await accounts.limit(`set-up|${address}`, setUpLimit)
      if (!allowed) return 'tooMany'
      return timingSafeEqual(hashOf(given), right) ? 'right' : 'wrong'
    },
  }
  return { gate, code }
}

/** Is there an organisation of somebody's own? Another server, or the command line, may have made one meanwhile. */
async function isSetUp(owner: Kysely<Tables>): Promise<boolean> {
  const row = await owner
    .selectFrom('organisation.organisation')
    .select('id')
    .where('is_demo', '=', false)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
