import { cookies } from '#platform/http/cookies.ts'

/** The tour's five steps: the part of the book each is about. */
export const tourParts = ['figures', 'check', 'workbench', 'compare', 'publish'] as const

export type TourStep = 1 | 2 | 3 | 4 | 5
export const tourSteps: readonly TourStep[] = [1, 2, 3, 4, 5]

/** The step one is at, `ended` when it was finished or put away, null before it was begun. */
export type TourState = TourStep | 'ended' | null

/** The cookie that keeps how far the reader has come. */
export const tourCookie = 'tour'

/** How far the reader has come, as the request's cookie says. */
export function tourState(headers: Headers): TourState {
  return readTourState(cookies(headers).get(tourCookie) ?? null)
}

/** Reads a step or `ended` as it stands in a cookie or an address; null for anything else. */
export function readTourState(text: string | null): TourState {
  return text === 'ended' ? 'ended' : (tourSteps.find((step) => String(step) === text) ?? null)
}

/** The page that a step is about. */
export function tourPage(root: string, step: TourStep): string {
  return `${root}/${tourParts[step - 1] ?? ''}`
}

/** The address that moves the tour on: keeps the step and leads to its page, or back when it has ended. */
export function tourAddress(root: string, to: TourStep | 'ended', back = ''): string {
  return `${root}/tour?${new URLSearchParams({ to: String(to), ...(back ? { back } : {}) })}`
}
