/** What may be chosen between when two records become one: one of the two values stands. */
export const singleChoices = ['name', 'birthDate', 'personalNumber', 'homeUnit', 'language'] as const
/** What a person may have several of. An address that does not stand ends; of the others both may go on. */
export const contactChoices = ['email', 'phone', 'address'] as const

export type SingleChoice = (typeof singleChoices)[number]
export type ContactChoice = (typeof contactChoices)[number]

/** Whose value stands: the staying record's or the other's. */
export type Side = 'kept' | 'other'

export type Choices = Record<SingleChoice, Side> & Record<ContactChoice, Side | 'both'>
