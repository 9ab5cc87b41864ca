import { useTexts } from '#web/language.tsx'
import type { Rights } from '../../rules/affiliates/seat-rights.ts'
import { affiliateTexts } from './affiliates-texts.ts'

/** What whoever holds a seat may do, in words: attend, speak; and that there is no vote when there is none. */
export function RightsWords({ speaks, proposes, votes }: Rights) {
  const t = useTexts(affiliateTexts)
  const may = [
    t('attend'),
    ...(speaks ? [t('speak')] : []),
    ...(proposes ? [t('propose')] : []),
    ...(votes ? [t('vote')] : []),
  ]
  return (
    <>
      {may.join(', ')}
      {votes ? '' : ` (${t('noVote')})`}
    </>
  )
}
