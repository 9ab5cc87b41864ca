/**
 * Two neighbours that change places, as a button `up:<id>` or `down:<id>` asks: their ids in the new order. Null when
 * there is nothing to move past.
 */
export function moved(ids: readonly string[], asked: string): [string, string] | null {
  const [way, id = ''] = asked.split(':')
  const at = ids.indexOf(id)
  const other = way === 'up' ? ids[at - 1] : way === 'down' ? ids[at + 1] : undefined
  if (at < 0 || other === undefined) return null
  return way === 'up' ? [id, other] : [other, id]
}
