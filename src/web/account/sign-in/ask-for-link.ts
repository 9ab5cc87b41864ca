import { data } from 'react-router'
import type { Asked } from '#platform/auth/mailed-links.ts'
import { fieldOf, looksLikeEmail, minutesOf } from '../reader.ts'
import type { LinkAsked } from './email-form.tsx'

/** Asks for a link for the address in a form. The answer is the same for every address that could be one. */
export async function askForLink(form: FormData, ask: (email: string) => Promise<Asked>) {
  const email = fieldOf(form, 'email')
  const answer = (state: LinkAsked['state'], status: number, minutes = 0) =>
    data<LinkAsked>({ state, email, minutes }, { status })
  if (!looksLikeEmail(email)) return answer('invalid', 422)
  const { waitSeconds } = await ask(email)
  return waitSeconds === null ? answer('sent', 200) : answer('tooMany', 429, minutesOf(waitSeconds))
}
