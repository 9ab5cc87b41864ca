/** What may be chosen between when two records become one: one of the two values stands. */
export const singleChoices = ['name', 'birthDate', 'personalNumber', 'homeUnit', 'language'] as const
/** What a person may have several of. An address that does not stand ends; of the others both may go on. */
export const contactChoices = ['email', 'phone', 'address'] as const

export type SingleChoice = (typeof singleChoices)[number]
export type ContactChoice = (typeof contactChoices)[number]

/** Whose value stands: the staying record's or the other's. */
export type Side = 'kept' | 'other'

export type Choices = Record<SingleChoice, Side> & Record<ContactChoice, Side | 'both'>

/** Nothing is lost: the staying record's value wherever it has one, and every way to reach the person. */
export function careful(has: {
  kept: ReadonlySet<SingleChoice | ContactChoice>
  other: ReadonlySet<SingleChoice | ContactChoice>
}): Choices {
  const side = (field: SingleChoice | ContactChoice): Side =>
    !has.kept.has(field) && has.other.has(field) ? 'other' : 'kept'
  return {
    name: 'kept',
    birthDate: side('birthDate'),
    personalNumber: side('personalNumber'),
    homeUnit: side('homeUnit'),
    language: 'kept',
    email: 'both',
    phone: 'both',
    address: side('address'),
  }
}
