import type { ReactNode } from 'react'
import type { Translate } from '#platform/i18n/texts.ts'
import { actionSpecimens } from './specimens/actions.tsx'
import { factSpecimens } from './specimens/facts.tsx'
import { fieldSpecimens } from './specimens/fields.tsx'
import { layoutSpecimens } from './specimens/layout.tsx'
import { messageSpecimens } from './specimens/messages.tsx'
import { navigationSpecimens } from './specimens/navigation.tsx'
import type { designTexts } from './design-texts.ts'

type Key = Parameters<ReturnType<typeof designTexts.in>>[0]
export type Say = Translate<Key>

/** One component in one state: what the state is called, and how it looks. */
export type State = { name: Key; shown: ReactNode }

/** The components of one kind, each in all its states. */
export type Specimens = Record<string, (t: Say) => readonly State[]>

const groups = {
  actions: actionSpecimens,
  fields: fieldSpecimens,
  messages: messageSpecimens,
  facts: factSpecimens,
  navigation: navigationSpecimens,
  layout: layoutSpecimens,
} as const

/** What the page shows, by kind: a component of the kit that is in none of them is told by the test. */
export function specimenGroups(t: Say) {
  return (Object.keys(groups) as (keyof typeof groups)[]).map((group) => ({
    group,
    components: Object.entries<(say: Say) => readonly State[]>(groups[group]).map(([name, states]) => ({
      name,
      states: states(t),
    })),
  }))
}
