import { homeWays } from '../../../rules/joining/join-page.ts'

/** What a join page's form says, as the operation takes it. */
export function pageInput(form: FormData) {
  const field = (name: string) => String(form.get(name) ?? '').trim()
  const number = (name: string) => (field(name) === '' ? null : Number(field(name)))
  return {
    title: field('title'),
    words: field('words'),
    home: homeWays.find((way) => way === field('home')) ?? homeWays[0],
    homeUnitId: field('homeUnitId'),
    extraUnitId: field('extraUnitId') || null,
    purposes: form.getAll('purpose').map(String),
    source: field('source'),
    target: number('target'),
    ...(field('opensOn') ? { opensOn: field('opensOn') } : {}),
    closesOn: field('closesOn') || null,
    maxUses: number('maxUses'),
  }
}
