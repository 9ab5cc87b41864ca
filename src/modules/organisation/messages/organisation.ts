import { texts } from '#platform/i18n/texts.ts'
import en from './organisation.en.json' with { type: 'json' }
import sv from './organisation.sv.json' with { type: 'json' }
import venuesEn from './venues.en.json' with { type: 'json' }
import venuesSv from './venues.sv.json' with { type: 'json' }

/** What the module says about its operations, in problems, mails and the log. */
export const organisationTexts = texts({ ...sv, ...venuesSv }, { ...en, ...venuesEn })
