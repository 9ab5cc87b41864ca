/** What somebody may belong to beside us. */
export const affiliationKinds = ['union', 'movement', 'association'] as const
export type AffiliationKind = (typeof affiliationKinds)[number]

/** What it is asked with: the purpose of the words that must be agreed to before anything is written. */
export const affiliationPurpose = 'affiliations'
