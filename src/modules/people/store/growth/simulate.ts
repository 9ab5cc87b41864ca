import { readRoleKinds, seatsOn } from '#modules/organisation/index.ts'
import { today } from '#platform/dates.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { Problem } from '#platform/operations/problem.ts'
import { apportion, type DelegateRule } from '../../rules/growth/delegates.ts'
import { fillingsOn } from '../../rules/posts/seats.ts'
import { hiddenHolders } from '../posts/hidden-holders.ts'
import { readTerms } from '../posts/read-terms.ts'
import { bodyWithRules, type KeptDelegateRule } from './body-with-rules.ts'
import { memberHistory } from './member-history.ts'
import { unitsOfKind } from './units-of-kind.ts'

/** What is asked: by whose members on which day and by which rule, and what to compare with. */
export type DelegateQuestion = {
  bodyId: string
  asOf?: string | undefined
  /** The one that holds on the day when it is left out. */
  rule?: DelegateRule | undefined
  unitKind?: string | undefined
  against?: { asOf?: string | undefined; rule?: DelegateRule | undefined } | undefined
}

/**
 * How many delegates each unit would send, by members on a day and a rule, beside another day or rule, and beside the seats that
 * the body has for the unit.
 * @throws {Problem} notFound when it is no body of the caller's; notPossibleNow when no rule is asked for and none holds
 */
export async function simulate(context: OperationContext, question: DelegateQuestion) {
  const { db } = context
  const { bodyId, against } = question
  const { records, body, rules } = await bodyWithRules(context, bodyId)
  const day = question.asOf ?? today(context.now)
  const unitKind =
    question.unitKind ?? rules.findLast((each) => each.validFrom <= day)?.unitKind ?? 'association'
  const first = { asOf: day, rule: ruleFor(rules, question.rule, day) }
  const second = against && { asOf: against.asOf ?? day, rule: against.rule ?? first.rule }
  const sides = [first, ...(second ? [second] : [])]
  const units = new Map<string, string>()
  const counted: { members: Map<string, number>; ids: string[] }[] = []
  for (const { asOf } of sides) {
    const there = await unitsOfKind(db, body.unitId, unitKind, asOf)
    for (const { id, name } of there) units.set(id, units.get(id) ?? name)
    const ids = there.map(({ id }) => id)
    const rows = await memberHistory(db, ids, [asOf])
    counted.push({ ids, members: new Map(rows.map((row) => [row.unitId, row.members])) })
  }
  const results = sides.map(({ rule }, at) =>
    apportion(
      counted[at]!.ids.map((unitId) => ({ unitId, members: counted[at]!.members.get(unitId) ?? 0 })),
      rule,
    ),
  )
  const substitutes = new Set(
    (await readRoleKinds(db)).filter((kind) => kind.substitute).map(({ key }) => key),
  )
  const seats = seatsOn(records, first.asOf).filter(
    (seat) => seat.bodyId === bodyId && seat.referenceUnitId !== null,
  )
  const filled = new Map(
    fillingsOn(seats, await readTerms(db, { bodyId }), first.asOf, await hiddenHolders(db, first.asOf)).map(
      (filling) => [filling.seatId, filling],
    ),
  )
  const held = (unitId: string, substitute: boolean) => {
    const own = seats.filter(
      (seat) => seat.referenceUnitId === unitId && substitutes.has(seat.roleKind) === substitute,
    )
    return {
      seats: own.reduce((sum, seat) => sum + seat.number, 0),
      held: own.reduce((sum, seat) => sum + (filled.get(seat.id)?.held ?? 0), 0),
    }
  }
  const members = (at: number, unitId: string) => counted[at]!.members.get(unitId) ?? 0
  const sum = (at: number) => ({
    members: counted[at]!.ids.reduce((all, unitId) => all + members(at, unitId), 0),
    seats: results[at]!.total,
  })
  const { lots, tooFew } = results[0]!
  return {
    asOf: day,
    againstDay: second ? second.asOf : null,
    unitKind,
    rows: [...units].map(([unitId, name]) => ({
      unitId,
      name,
      members: members(0, unitId),
      seats: results[0]!.seats.get(unitId) ?? 0,
      other: second ? { members: members(1, unitId), seats: results[1]!.seats.get(unitId) ?? 0 } : null,
      delegates: held(unitId, false),
      substitutes: held(unitId, true),
    })),
    total: sum(0),
    otherTotal: second ? sum(1) : null,
    lots: lots && { seats: lots.seats, among: lots.among.map((id) => units.get(id) ?? '') },
    tooFew,
    hasSeats: seats.length > 0,
  }
}

/**
 * The rule that is to be used: the one asked for, else the one that holds on the day.
 * @throws {Problem} notPossibleNow when none is asked for and none holds
 */
function ruleFor(
  rules: readonly KeptDelegateRule[],
  asked: DelegateRule | undefined,
  day: string,
): DelegateRule {
  if (asked) return asked
  const rule = rules.find((each) => each.validFrom <= day && (each.validTo === null || each.validTo >= day))
  if (!rule) throw new Problem('notPossibleNow', { detail: 'delegates.noRule' })
  return rule
}
