import type { ListQuery } from '../../rules/lists/query.ts'

/** Active members of 18 to 29 years: what the documentation shows. */
export const exampleQuery: ListQuery = {
  where: {
    kind: 'and',
    steps: [
      { kind: 'filter', filter: 'membership', input: { standing: ['active'] } },
      { kind: 'not', step: { kind: 'filter', filter: 'contact', input: { way: 'phone' } } },
    ],
  },
  sample: null,
}

/** What those who see figures only may ask. */
export const countedQuery: ListQuery = {
  where: { kind: 'and', steps: [{ kind: 'filter', filter: 'membership', input: { standing: ['active'] } }] },
  sample: null,
}
