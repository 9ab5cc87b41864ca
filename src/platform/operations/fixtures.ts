import type { Kysely } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '../access/actor.ts'
import type { Tables } from '../database/tables.ts'
import type { Operation } from './operation.ts'

/**
 * What the demo district holds, by module: the ids that operations' examples are made of. Each module adds its
 * own part by declaration merging beside its demo data.
 */
// oxlint-disable-next-line typescript/no-empty-object-type -- modules add to it
export interface Fixtures {}

/** A module's part of the fixtures: invented for the documentation, real for tests. */
export type FixtureSource<Part extends Partial<Fixtures> = Partial<Fixtures>> = {
  /** Ids of the right form that stand for nothing, always the same: what the documentation shows. */
  documented: Part
  /**
   * Makes the real thing in an organisation and says its ids. Every text it writes must contain `marker`, which is
   * how the access test recognises this organisation's data in an answer to somebody else. What belongs to a unit
   * must belong to `unitId`.
   */
  make: (maker: FixtureMaker) => Promise<Part>
}

export type FixtureMaker = {
  organisationId: string
  /** The unit whose things these are; it lies below the organisation's top unit. */
  unitId: string
  marker: string
  /** What the modules before have made. */
  made: Fixtures
  /** A person with an account and every role in the unit. */
  userId: string
  /** Somebody else with an account, as whom each role is tried: what only they may use themselves is made as them. */
  colleague: Actor
  /** Calls an operation as the person at the machine, or as somebody else. */
  call<Input extends z.ZodType, Output extends z.ZodType>(
    operation: Operation<Input, Output>,
    input: z.input<Input>,
    actor?: Actor,
  ): Promise<z.output<Output>>
  /** The tables, past every rule: for what no operation makes yet. */
  owner: Kysely<Tables>
}

/** What the documentation's examples are made of. */
export function documentedFixtures(modules: readonly { fixtures?: FixtureSource }[]): Fixtures {
  return Object.assign({}, ...modules.map((module) => module.fixtures?.documented)) as Fixtures
}
