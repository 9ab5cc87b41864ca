/** Where a list of priorities is read. */
export function listAddress(listId: string): string {
  return `/organisation/priorities/${listId}`
}

/** Where one of its priorities is read. */
export function priorityAddress(listId: string, priorityId: string): string {
  return `${listAddress(listId)}/items/${priorityId}`
}

/** Where it is told what carries them. */
export function coverageAddress(listId: string): string {
  return `${listAddress(listId)}/coverage`
}
