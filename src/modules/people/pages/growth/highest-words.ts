import { useTexts } from '#web/language.tsx'
import { growthTexts } from './growth-texts.ts'

type Highest = { kind: 'ever'; begins: string } | { kind: 'since'; day: string } | null

/** How far back a figure was as high, in words; nothing when there is nothing to say. By year, or by day. */
export function useHighestWords() {
  const t = useTexts(growthTexts)
  return (what: 'members' | 'votes' | 'seats', highest: Highest): string | null => {
    if (highest === null) return null
    return highest.kind === 'ever'
      ? t('highestEver', { what, year: highest.begins.slice(0, 4) })
      : t('highestSince', { what, year: highest.day.slice(0, 4) })
  }
}
