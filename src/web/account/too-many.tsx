import { useTexts } from '../language.tsx'
import { Notice } from '../ui/index.ts'
import { signInTexts } from './messages/sign-in.ts'

/** Too many tries: how long to wait. @param minutes one when the server did not say */
export function TooMany({ minutes = 1 }: { minutes?: number | undefined }) {
  const t = useTexts(signInTexts)
  return (
    <Notice tone="bad" live>
      <p>{t('tooMany', { minutes })}</p>
    </Notice>
  )
}
