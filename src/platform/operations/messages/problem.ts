import { texts } from '../../i18n/texts.ts'
import en from './problem.en.json' with { type: 'json' }
import sv from './problem.sv.json' with { type: 'json' }

/** What is said about each problem, at every edge: pages, the REST interface, the command line. */
export const problemTexts = texts(sv, en)
