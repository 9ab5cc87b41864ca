import { texts } from '#platform/i18n/texts.ts'
import affiliatesEn from './affiliates.en.json' with { type: 'json' }
import affiliatesSv from './affiliates.sv.json' with { type: 'json' }
import anchoringEn from './anchoring.en.json' with { type: 'json' }
import anchoringSv from './anchoring.sv.json' with { type: 'json' }
import documentsEn from './governing-documents.en.json' with { type: 'json' }
import documentsSv from './governing-documents.sv.json' with { type: 'json' }
import en from './organisation.en.json' with { type: 'json' }
import sv from './organisation.sv.json' with { type: 'json' }
import prioritiesEn from './priorities.en.json' with { type: 'json' }
import prioritiesSv from './priorities.sv.json' with { type: 'json' }
import venuesEn from './venues.en.json' with { type: 'json' }
import venuesSv from './venues.sv.json' with { type: 'json' }

/** What the module says about its operations, in problems, mails and the log. */
export const organisationTexts = texts(
  { ...sv, ...anchoringSv, ...documentsSv, ...affiliatesSv, ...venuesSv, ...prioritiesSv },
  { ...en, ...anchoringEn, ...documentsEn, ...affiliatesEn, ...venuesEn, ...prioritiesEn },
)
