import { z } from 'zod'
import { readOperation, writeOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { budgetReaders, budgetWriters } from '../budget-roles.ts'
import { adopt, type AdoptConflict, type Adoption } from '../rules/statements/adopt.ts'
import type { PlaceValue, VersionPlace } from '../rules/statements/difference-of-versions.ts'
import { applyChanges } from '../store/apply-changes.ts'
import { bookChanged } from '../store/change-book.ts'
import { versionValue } from '../store/compile.ts'
import { readBook, readBookForChange, versionOf } from '../store/read-book.ts'
import { scenarioOf } from '../store/scenario.ts'
import type { StoredBook, StoredVersion } from '../store/stored-book.ts'
import { snapshotToJson } from '../store/version-json.ts'
import { requireDraft } from './require-draft.ts'
import { bookId, versionId } from './shapes.ts'

const answers = z.record(z.string(), z.enum(['scenario', 'parent'])).default({})

const changeShape = z.object({
  key: z.string(),
  /** What is changed: an adjustment's name, a tax step, … */
  subject: z.string(),
  field: z.string(),
  year: z.number().int().nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})

const conflictShape = changeShape.extend({ theirs: z.string().nullable() })

/** What adopting a scenario would change in its parent, and where both have changed the same thing. */
export const previewAdoption = readOperation({
  name: 'preview-adoption',
  summary: 'What adopting a scenario would change in its parent, and the conflicts to answer first.',
  route: 'GET /budget/books/{bookId}/versions/{versionId}/adoption',
  policy: { allow: 'roles', roles: budgetReaders },
  input: z.object({ bookId, versionId }),
  output: z.object({ parentId: versionId, changes: z.array(changeShape), conflicts: z.array(conflictShape) }),
  example: ({ budget }) => ({ bookId: budget.bookId, versionId: budget.scenarioId }),
  async run({ db }, input) {
    const book = await readBook(db, input.bookId)
    const stored = requireScenario(versionOf(book, input.versionId))
    const { parent, adoption } = adoptionOf(book, stored, {})
    return {
      parentId: parent.id,
      changes: adoption.applied.map((change) => ({
        ...shownPlace(change.place, stored, parent),
        before: shownValue(change.before),
        after: shownValue(change.after),
      })),
      conflicts: adoption.conflicts.map((conflict) => shownConflict(conflict, stored, parent)),
    }
  },
})

/**
 * Adopts a scenario: what it changed since it was branched off is applied to its parent as it is now. Where both
 * changed the same thing somebody must say which is right; until then nothing is changed at all.
 */
export const adoptScenario = writeOperation({
  name: 'adopt-scenario',
  summary: 'Apply what a scenario changed to its parent; conflicts must be answered first.',
  route: 'POST /budget/books/{bookId}/versions/{versionId}/adoption',
  policy: { allow: 'roles', roles: budgetWriters },
  input: z.object({ bookId, versionId, answers }),
  output: z.object({ applied: z.number().int() }),
  example: ({ budget }) => ({ bookId: budget.bookId, versionId: budget.scenarioId }),
  audit: (input, output) => ({
    kind: 'budget',
    id: input.bookId,
    detail: { version: input.versionId, applied: output.applied },
  }),
  async run(context, input) {
    await bookChanged(context, input.bookId, { kind: 'rows' })
    const book = await readBookForChange(context.db, input.bookId)
    const stored = requireScenario(versionOf(book, input.versionId))
    const { parent, adoption, rationales } = adoptionOf(book, stored, input.answers)
    await requireDraft(context, book.id, parent.id)
    if (adoption.conflicts.length > 0) {
      throw new Problem('notPossibleNow', {
        detail: 'adopt.conflicts',
        params: { count: adoption.conflicts.length },
        facts: { conflicts: adoption.conflicts.map((conflict) => shownConflict(conflict, stored, parent)) },
      })
    }
    await applyChanges(
      { context, book, parent, scenario: stored, merged: adoption.version },
      adoption.applied,
    )
    await carryRationales(context, stored, parent, rationales)
    const after = await readBookForChange(context.db, book.id)
    const now = versionOf(after, parent.id)
    await context.db
      .updateTable('budget.version')
      .set({
        // From here on the scenario is compared with what its parent has become.
        branch_snapshot: snapshotToJson({
          version: versionValue(after, now),
          rationales: Object.fromEntries(now.adjustments.map((each) => [each.id, each.rationale])),
        }),
      })
      .where('id', '=', stored.id)
      .execute()
    return { applied: adoption.applied.length }
  },
})

function requireScenario(version: StoredVersion): StoredVersion {
  if (version.kind !== 'scenario') throw new Problem('notPossibleNow', { detail: 'adopt.noScenario' })
  return version
}

function adoptionOf(book: StoredBook, stored: StoredVersion, given: z.output<typeof answers>) {
  const { scenario, parent, rationales } = scenarioOf(book, stored)
  const adoption: Adoption = adopt(scenario, versionValue(book, parent), given)
  return { parent, adoption, rationales }
}

/** A rationale that only the scenario has rewritten comes along; one that both have rewritten stays the parent's. */
async function carryRationales(
  { db }: Parameters<typeof adoptScenario.run>[0],
  scenario: StoredVersion,
  parent: StoredVersion,
  before: Record<string, string>,
) {
  for (const own of scenario.adjustments) {
    const theirs = parent.adjustments.find((each) => each.id === own.originId)
    const branched = before[own.originId ?? '']
    if (!theirs || branched === undefined || own.rationale === branched || theirs.rationale !== branched)
      continue
    await db
      .updateTable('budget.adjustment')
      .set((row) => ({ rationale: own.rationale, revision: row('revision', '+', 1) }))
      .where('id', '=', theirs.id)
      .execute()
  }
}

function shownConflict(conflict: AdoptConflict, scenario: StoredVersion, parent: StoredVersion) {
  return {
    ...shownPlace(conflict.place, scenario, parent),
    key: conflict.key,
    before: shownValue(conflict.ancestor),
    after: shownValue(conflict.scenario),
    theirs: shownValue(conflict.parent),
  }
}

function shownPlace(place: VersionPlace, scenario: StoredVersion, parent: StoredVersion) {
  const id = 'id' in place ? place.id : null
  const named =
    parent.adjustments.find((each) => each.id === id) ??
    scenario.adjustments.find((each) => each.originId === id || each.id === id) ??
    parent.taxSteps.find((each) => each.id === id) ??
    scenario.taxSteps.find((each) => each.originId === id || each.id === id)
  return {
    key: JSON.stringify(place),
    subject: named?.label ?? place.of,
    field: 'field' in place ? place.field : place.of,
    year: 'year' in place ? place.year : null,
  }
}

function shownValue(value: PlaceValue): string | null {
  if (value === null || value === undefined) return null
  return typeof value === 'object' ? value.toFixed() : String(value)
}
