/**
 * The languages that are offered before others: Swedish, English, the national minority languages (Act 2009:724) and
 * those that most people in Sweden have as their first besides.
 */
export const commonLanguages: readonly string[] = [
  'sv en fi fit se rom yi',
  'ar bs da prs fr el zh hr ku no fa pl pt ro ru sr so es th ti tr de uk hu vi',
].flatMap((codes) => codes.split(' '))
