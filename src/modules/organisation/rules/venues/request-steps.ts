/** How far a request has come: asked, answered without being done, done, or refused. */
export const requestStates = ['open', 'answered', 'done', 'refused'] as const
export type RequestState = (typeof requestStates)[number]

/** One step of a request, on its day. */
export type RequestStep = { state: RequestState; day: string; note: string }

/** Why a step cannot be noted: the key of the sentence that says it. */
export type StepFault = 'venueRequest.beforeLast' | 'venueRequest.notYet' | 'venueRequest.saysNothing'

/**
 * Can a step be noted on a day? Steps follow one another: not before the last one, not on a day that has not come. One
 * that keeps the state must say something.
 * @param steps those there are, the first one when it was asked; in their order
 */
export function stepFault(steps: readonly RequestStep[], step: RequestStep, today: string): StepFault | null {
  const last = steps.at(-1)
  if (step.day > today) return 'venueRequest.notYet'
  if (last && step.day < last.day) return 'venueRequest.beforeLast'
  return last?.state === step.state && step.note === '' ? 'venueRequest.saysNothing' : null
}

/** The state on a day: that of the last step until then; null when it had not been asked. */
export function stateOn(steps: readonly RequestStep[], day: string): RequestState | null {
  return steps.findLast((step) => step.day <= day)?.state ?? null
}

/** Is somebody still to do something about it? An answer alone makes no premises better. */
export function isWaiting(state: RequestState | null): boolean {
  return state === 'open' || state === 'answered'
}
