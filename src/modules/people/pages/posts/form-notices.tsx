import { useTexts } from '#web/language.tsx'
import type { FormProblem } from '#web/page-problem.ts'
import { Notice } from '#web/ui/index.ts'
import { postsTexts } from './posts-texts.ts'

/** What came of a form: that it is done, or what is wrong. */
export function FormNotices({ done, problem }: { done: boolean; problem: FormProblem | undefined }) {
  const t = useTexts(postsTexts)
  if (problem) {
    return (
      <Notice tone="bad" title={problem.title} live>
        <p>{Object.values(problem.fields)[0] ?? problem.detail}</p>
      </Notice>
    )
  }
  return done ? (
    <Notice tone="good" live>
      <p>{t('done')}</p>
    </Notice>
  ) : null
}
