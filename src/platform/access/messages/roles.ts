import { texts } from '../../i18n/texts.ts'
import en from './roles.en.json' with { type: 'json' }
import sv from './roles.sv.json' with { type: 'json' }

/** What the roles of trust are called: `role.<role>`. */
export const roleTexts = texts(sv, en)
