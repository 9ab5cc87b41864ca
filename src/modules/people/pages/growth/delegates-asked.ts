import { dayAsked } from '#web/as-of/as-of.ts'
import type { z } from 'zod'
import type { delegateQuestion, delegateRuleShape } from '../../operations/growth/growth-shapes.ts'

/** A side of the comparison as its fields stand in the address: `method`, `number`, `least`, and the same with a 2 behind. */
export type AskedSide = { method: string; number: string; least: string; day: string }

export type AskedDelegates = { sides: [AskedSide, AskedSide]; unitKind: string; compares: boolean }

const methods = ['perStarted', 'largestRemainder', 'oddNumber'] as const

/** What an address asks about delegates. */
export function delegatesAsked(request: Request): AskedDelegates {
  const query = new URL(request.url).searchParams
  const side = (behind: '' | '2'): AskedSide => ({
    method: query.get(`method${behind}`) ?? '',
    number: query.get(`number${behind}`) ?? '',
    least: query.get(`least${behind}`) ?? '',
    day: behind === '' ? (dayAsked(request) ?? '') : dayOf(query.get('on2')),
  })
  const sides: [AskedSide, AskedSide] = [side(''), side('2')]
  return { sides, unitKind: query.get('unitKind') ?? '', compares: Boolean(sides[1].method || sides[1].day) }
}

const dayOf = (text: string | null) =>
  dayAsked({ url: `http://day.invalid/?on=${encodeURIComponent(text ?? '')}` }) ?? ''

type Rule = z.input<typeof delegateRuleShape>

/** The rule that a side says; nothing when it says none, or no number to it. */
function ruleOf({ method, number, least }: AskedSide): { rule: Rule } | object {
  const known = methods.find((each) => each === method)
  const [count, few] = [Number(number), Number(least || 0)]
  if (!known || !Number.isInteger(count) || count < 1 || !Number.isInteger(few) || few < 0) return {}
  return {
    rule:
      known === 'perStarted'
        ? { method: known, membersPerSeat: Math.min(count, 100_000), least: Math.min(few, 1000) }
        : { method: known, totalSeats: Math.min(count, 10_000), least: Math.min(few, 1000) },
  }
}

/** The same as the operation's question. */
export function questionOf(bodyId: string, asked: AskedDelegates): z.input<typeof delegateQuestion> {
  const [first, second] = asked.sides
  return {
    bodyId,
    ...(first.day ? { asOf: first.day } : {}),
    ...ruleOf(first),
    ...(asked.unitKind ? { unitKind: asked.unitKind.slice(0, 60) } : {}),
    ...(asked.compares
      ? { against: { ...(second.day ? { asOf: second.day } : {}), ...ruleOf(second) } }
      : {}),
  }
}
