import { useTexts } from '#web/language.tsx'
import { Status } from '#web/ui/index.ts'
import type { ShownStanding } from '../../store/persons/search-register.ts'
import { personsTexts } from './persons-texts.ts'

const tones = {
  active: 'good',
  applied: 'wait',
  lapsed: 'warn',
  left: 'plain',
  excluded: 'plain',
  none: 'plain',
} as const

/** How somebody stands, in a word. */
export function StandingMark({ standing }: { standing: ShownStanding }) {
  const t = useTexts(personsTexts)
  return <Status tone={tones[standing]}>{t(`standing.${standing}`)}</Status>
}
