import { isId } from '#platform/identifiers.ts'
import { attributesAmong } from '../../rules/venues/attributes.ts'

/** How many premises a page shows. */
export const venuesAPage = 60

/** What a page's address asks for among the premises; what makes no sense is left out. */
export function wishAsked(request: Pick<Request, 'url'>) {
  const asked = new URL(request.url).searchParams
  const whole = (name: string, most: number) => {
    const number = Number(asked.get(name))
    return Number.isInteger(number) && number >= 1 && number <= most ? number : null
  }
  return {
    words: asked.get('words')?.trim().slice(0, 100) ?? '',
    municipality: asked.get('municipality')?.trim().slice(0, 100) ?? '',
    minCapacity: whole('minCapacity', 100_000),
    attributes: attributesAmong(asked.getAll('has')),
    unit: isId(asked.get('unit') ?? '') ? asked.get('unit')! : '',
    offset: whole('after', 1_000_000) ?? 0,
  }
}

export type Wish = ReturnType<typeof wishAsked>

/** Is anything asked for at all? */
export function isNarrowed({ words, municipality, minCapacity, attributes, unit }: Wish): boolean {
  return words !== '' || unit !== '' || municipality !== '' || minCapacity !== null || attributes.length > 0
}

/** The address of the same search from another place in the list. */
export function searchAddress(wish: Wish, offset: number, on: string | null): string {
  const asked = new URLSearchParams()
  if (wish.words) asked.set('words', wish.words)
  if (wish.municipality) asked.set('municipality', wish.municipality)
  if (wish.minCapacity !== null) asked.set('minCapacity', String(wish.minCapacity))
  for (const attribute of wish.attributes) asked.append('has', attribute)
  if (wish.unit) asked.set('unit', wish.unit)
  if (on) asked.set('on', on)
  if (offset > 0) asked.set('after', String(offset))
  const said = asked.toString()
  return said === '' ? '/organisation/venues' : `/organisation/venues?${said}`
}
