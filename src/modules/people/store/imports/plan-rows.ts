import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import type { Scope } from '#platform/access/decide.ts'
import { reason, type ImportedPerson, type Reason } from '../../rules/imports/imported-person.ts'
import {
  personAmong,
  planChange,
  unitNamed,
  type Belonging,
  type ExistingPerson,
  type NamedUnit,
  type PlannedChange,
  type PlanSettings,
} from '../../rules/imports/plan-change.ts'
import { personalNumberMark } from '../person-rows.ts'
import { keptOutAmong, type KeptOut, type Recognising } from './kept-out.ts'
import { candidatesFor, existingPeople, takenMarks } from './match-people.ts'
import { reaches } from '../persons/require-reach.ts'

/** What is to come of one row. */
export type RowPlan =
  | { kind: 'create'; person: ImportedPerson; belonging: Belonging }
  | {
      kind: 'change'
      person: ImportedPerson
      existing: ExistingPerson
      change: PlannedChange
      mark: string | null
    }
  | { kind: 'skip' | 'refuse'; line: number; reasons: Reason[] }

export type RowPlanner = PlanSettings & {
  /** Whose import it is. */
  unitId: string
  units: readonly NamedUnit[]
  scope: Scope
  hash(text: string): string
}

/** How many rows are looked up and written at a time. */
export const rowsAtOnce = 2000

/**
 * Says what is to come of each row, some thousands at a time; nothing is written. Whoever is met again further down is
 * the same person once.
 */
export class RowPlans {
  readonly #planner: RowPlanner
  readonly #met = new Map<string, number>()
  readonly #units = new Map<string, Belonging | Reason>()

  constructor(planner: RowPlanner) {
    this.#planner = planner
  }

  async plan(db: Transaction<Tables>, persons: readonly ImportedPerson[]): Promise<RowPlan[]> {
    const { hash } = this.#planner
    const rows = persons.map((person) => ({
      person,
      mark: person.personalNumber ? hash(personalNumberMark(person.personalNumber)) : null,
    }))
    const candidates = await candidatesFor(db, rows)
    const chosen = rows.map(({ person, mark }, at) => personAmong(candidates.get(at) ?? [], person, mark))
    const ids = [...new Set(chosen.filter((id): id is string => id !== null && id !== 'several'))]
    const existing = await existingPeople(db, ids)
    const newMarks = rows.flatMap(({ mark }, at) => {
      const there = existing.get(chosen[at] ?? '')
      return mark && there?.numberMark !== mark ? [mark] : []
    })
    const taken = await takenMarks(db, newMarks)
    const keptOut = await keptOutAmong(db, persons, hash)
    return rows.map(({ person, mark }, at): RowPlan => {
      const refuse = (why: Reason): RowPlan => ({ kind: 'refuse', line: person.line, reasons: [why] })
      const belonging = this.#belongingOf(person)
      if ('key' in belonging) return refuse(belonging)
      const id = chosen[at]!
      if (id === 'several') return refuse(reason('severalPeople'))
      const there = id === null ? undefined : existing.get(id)
      if (!there || id === null) {
        if (mark && taken.has(mark)) return refuse(reason('personalNumberTaken'))
        const what = keptOut(person)
        if (what) return refuse(reason('erased', null, { what }))
        return { kind: 'create', person, belonging }
      }
      const before = this.#met.get(id)
      if (before !== undefined) return refuse(reason('differsFromRow', null, { row: before, what: 'person' }))
      this.#met.set(id, person.line)
      if (mark && mark !== there.numberMark && taken.has(mark)) {
        return refuse(reason(there.numberMark ? 'otherPersonalNumber' : 'personalNumberTaken'))
      }
      return this.#changeOf(there, person, belonging, mark, keptOut)
    })
  }

  #changeOf(
    existing: ExistingPerson,
    person: ImportedPerson,
    belonging: Belonging,
    mark: string | null,
    keptOut: KeptOut,
  ): RowPlan {
    const planned = planChange(existing, person, belonging, mark, this.#planner)
    if ('change' in planned) {
      const { change } = planned
      // What stands in the record already is known to be theirs, also where somebody who was erased shared it.
      const what = keptOut(newDetails(change))
      if (what) return { kind: 'refuse', line: person.line, reasons: [reason('erased', null, { what })] }
      return { kind: 'change', person, existing, change, mark }
    }
    const { reasons } = planned
    const harmless = reasons.every(({ key }) => key === 'unchanged' || key === 'existingSkipped')
    return { kind: harmless ? 'skip' : 'refuse', line: person.line, reasons }
  }

  #belongingOf(person: ImportedPerson): Belonging | Reason {
    const text = person.unit ?? ''
    const known = this.#units.get(text)
    if (known) return known
    const found = this.#findUnit(text)
    this.#units.set(text, found)
    return found
  }

  #findUnit(text: string): Belonging | Reason {
    const { units, unitId, scope } = this.#planner
    const named = text !== ''
    const unit = named ? unitNamed(units, text) : units.find(({ id }) => id === unitId)
    if (!unit) return reason('unitUnknown', null, { unit: text })
    if (unit === 'several') return reason('unitSeveral', null, { unit: text })
    if (!reaches({ scope }, unit.id)) return reason('unitNotYours', null, { unit: text })
    return { unitId: unit.id, kind: unit.beside ? 'extra' : 'home', named }
  }
}

/** What a change adds to a record of what somebody is recognised by. */
function newDetails({ addContacts, person }: PlannedChange): Recognising {
  const added = (kind: 'email' | 'phone') =>
    addContacts.filter((contact) => contact.kind === kind).map(({ value }) => value)
  return { emails: added('email'), phones: added('phone'), personalNumber: person.personalNumber }
}
