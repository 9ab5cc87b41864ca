/** A name as it is compared with others: capitals and small letters are the same, and so is space around it. */
export function folded(name: string): string {
  return name.trim().toLocaleLowerCase('sv')
}
