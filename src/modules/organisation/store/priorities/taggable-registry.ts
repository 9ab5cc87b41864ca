import type { Transaction } from 'kysely'
import type { Role } from '#platform/access/roles.ts'
import type { Tables } from '#platform/database/tables.ts'
import type { Language } from '#platform/i18n/languages.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { Problem } from '#platform/operations/problem.ts'
import type { ModuleTexts } from '#platform/operations/registry.ts'
import { sentence } from '#platform/operations/sentence.ts'
import type { CarryingThing } from '../../rules/priorities/coverage.ts'

/** Something that can be tagged to a priority, as its module tells of it. */
export type TaggableThing = CarryingThing & { unitId: string }

/** Which things are asked for: those of these units, and of these ids, words or days when they are given. */
export type TaggablesAsked = {
  db: Transaction<Tables>
  /** Only things of these units: the caller may read no others. */
  units: 'organisation' | readonly string[]
  ids?: readonly string[]
  /** Every word stands somewhere in what the thing is called. */
  words?: string
  /** Things of these days, for modules whose things have their time. */
  during?: { from: string; to: string | null }
  language: Language
}

/**
 * A kind of things that can be tagged to a priority. What it is called stands in its texts under `taggable.<kind>`, with
 * `count` for one or several.
 */
export type Taggable = {
  /** The module and the noun: `budget.adjustment`. */
  kind: string
  /** Who may read such things; nobody else is told of them. */
  readers: readonly [Role, ...Role[]]
  texts: ModuleTexts
  /** The things asked for, in the order people know them by. One that has been removed is not among them. */
  find(asked: TaggablesAsked): Promise<TaggableThing[]>
}

const kinds = new Map<string, Taggable>()

/**
 * Registers a kind of things that can be tagged to priorities. Modules register theirs when they are loaded.
 * @throws when there is one of the name already: that is a mistake in the code, found at once
 */
export function addTaggable(taggable: Taggable): void {
  if (kinds.has(taggable.kind)) throw new Error(`Two kinds of things to tag are called ${taggable.kind}.`)
  kinds.set(taggable.kind, taggable)
}

type Asking = Pick<OperationContext, 'db' | 'actor' | 'scope' | 'language'>
type Narrowed = Omit<TaggablesAsked, 'db' | 'units' | 'language'> & { within?: readonly string[] }

/** The kinds that the caller may read, in the order they were registered. */
export function readableKinds(context: Asking): Taggable[] {
  return [...kinds.values()].filter((taggable) => reachOf(context, taggable).length > 0)
}

/** What a kind is called: one of them, or several. */
export function kindWord({ kind, texts }: Taggable, language: Language, count: number): string {
  return sentence(texts, language, `taggable.${kind}`, { count }) ?? kind
}

/**
 * Things of a kind that the caller may read.
 * @param asked.within only those of these units
 */
export async function findThings(
  context: Asking,
  taggable: Taggable,
  { within, ...asked }: Narrowed,
): Promise<TaggableThing[]> {
  const reach = reachOf(context, taggable)
  const units = within ? within.filter((id) => reach === 'organisation' || reach.includes(id)) : reach
  if (units.length === 0 || asked.ids?.length === 0) return []
  return taggable.find({ db: context.db, language: context.language, units, ...asked })
}

/**
 * One thing that the caller may read, by its kind and id.
 * @throws {Problem} notFound, also for a kind that nobody has registered
 */
export async function requireThing(context: Asking, kind: string, thingId: string): Promise<TaggableThing> {
  const taggable = kinds.get(kind)
  const thing = taggable ? (await findThings(context, taggable, { ids: [thingId] }))[0] : undefined
  if (!thing) throw new Problem('notFound')
  return thing
}

/**
 * The units in which the caller may read things of a kind. The operation's own reach is wider when somebody has several
 * roles: a caller in one unit who sits on the board of another reads no budget in the first.
 */
function reachOf({ actor, scope }: Asking, { readers }: Taggable): 'organisation' | readonly string[] {
  if (actor.kind === 'operator' || actor.kind === 'job') return 'organisation'
  if (actor.kind !== 'person') return []
  const units = new Set(
    actor.grants.filter((grant) => readers.includes(grant.role)).flatMap((grant) => grant.unitIds),
  )
  return [...units].filter((id) => scope === 'organisation' || scope.includes(id))
}
