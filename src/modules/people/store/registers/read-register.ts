import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import type { RegisterName, RegisterTable } from '../../rules/registers/register-columns.ts'
import { bodyRegister, seatRegister } from './body-registers.ts'
import { mandateRegister, networkMemberRegister, termRegister } from './holder-registers.ts'
import { publicBodyRegister } from './public-body-register.ts'
import type { RegisterWords } from './register-words.ts'
import { unitRegister } from './unit-register.ts'

/** A register of the organisation with its history, as far as the caller may see it. @param day today */
export function readRegister(
  db: Transaction<Tables>,
  register: RegisterName,
  { day, words }: { day: string; words: RegisterWords },
): Promise<RegisterTable> {
  switch (register) {
    case 'units':
      return unitRegister(db, day)
    case 'bodies':
      return bodyRegister(db, day, words)
    case 'seats':
      return seatRegister(db, day, words)
    case 'terms':
      return termRegister(db, words)
    case 'networkMembers':
      return networkMemberRegister(db)
    case 'publicBodies':
      return publicBodyRegister(db, words)
    case 'mandates':
      return mandateRegister(db, words)
  }
}
