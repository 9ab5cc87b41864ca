import { texts } from '../../i18n/texts.ts'
import en from './interface.en.json' with { type: 'json' }
import sv from './interface.sv.json' with { type: 'json' }

/** What the interface says about itself: who may call, what comes back, how to ask. */
export const interfaceTexts = texts(sv, en)
