import { orProblemPage } from '#web/page-problem.ts'
import type { Visit } from '#web/request-context.ts'
import { findCandidates } from '../../operations/posts/find-candidates.ts'
import type { Candidates } from './candidate-form.tsx'

/** The persons that a page was asked to find, by `find` in its address; null when it was not. */
export async function candidatesAsked(visit: Visit, request: Request): Promise<Candidates | null> {
  const words = new URL(request.url).searchParams.get('find')?.trim().slice(0, 100) ?? ''
  if (words === '' || !visit.may(findCandidates)) return null
  return { words, ...(await orProblemPage(visit.call(findCandidates, { words }))) }
}
