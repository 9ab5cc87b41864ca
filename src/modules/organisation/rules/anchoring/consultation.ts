/** What came of asking. `noAnswer`: the time went by, or the one who was asked chose not to answer. */
export const outcomes = ['supports', 'supportsWithChanges', 'against', 'noAnswer'] as const
export type Outcome = (typeof outcomes)[number]

/** How it stands with a consultation on a day. */
export const consultationStates = ['overdue', 'waiting', 'answered', 'unanswered'] as const
export type ConsultationState = (typeof consultationStates)[number]

/** An answer; days are `YYYY-MM-DD`. */
export type Answer = { outcome: Outcome; answeredOn: string }

/** On which side of a consultation somebody stands. */
export type Side = 'asking' | 'asked' | 'both'

/**
 * How it stood on a day. Of several answers the last one that had been given holds: it replaces nothing, it comes after.
 * @param answers in the order they were given
 */
export function stateOn(
  { answerBy, answers }: { answerBy: string; answers: readonly Answer[] },
  day: string,
): ConsultationState {
  const last = answers.findLast((answer) => answer.answeredOn <= day)
  if (last) return last.outcome === 'noAnswer' ? 'unanswered' : 'answered'
  return answerBy < day ? 'overdue' : 'waiting'
}

/** On which side somebody stands who is trusted with these units; null for neither. */
export function sideOf(
  { fromUnitId, toUnitId }: { fromUnitId: string; toUnitId: string },
  scope: 'organisation' | readonly string[],
): Side | null {
  const reaches = (unitId: string) => scope === 'organisation' || scope.includes(unitId)
  if (reaches(fromUnitId)) return reaches(toUnitId) ? 'both' : 'asking'
  return reaches(toUnitId) ? 'asked' : null
}

/** Why an answer cannot be written: the key of the sentence that says it. */
export type AnswerFault = 'consultation.notAskedThen' | 'consultation.notYours' | 'consultation.stillTime'

/**
 * May this be written as the answer? Only those who were asked answer; those who asked may note that no answer came, once
 * the time for it has gone by.
 */
export function answerFault(
  asked: { askedOn: string; answerBy: string },
  { outcome, answeredOn, side }: { outcome: Outcome; answeredOn: string; side: Side },
): AnswerFault | null {
  if (answeredOn < asked.askedOn) return 'consultation.notAskedThen'
  if (side !== 'asking') return null
  if (outcome !== 'noAnswer') return 'consultation.notYours'
  return answeredOn > asked.answerBy ? null : 'consultation.stillTime'
}

/** What somebody must do something about first: overdue, then waiting, by the day; what is done comes last, newest first. */
export function inUrgency<Each extends { state: ConsultationState; answerBy: string }>(
  consultations: readonly Each[],
): Each[] {
  const rank = (each: Each) => Math.min(consultationStates.indexOf(each.state), 2)
  return consultations.toSorted((one, other) => {
    const order = rank(one) - rank(other)
    if (order !== 0 || one.answerBy === other.answerBy) return order
    return one.answerBy < other.answerBy === rank(one) < 2 ? -1 : 1
  })
}
