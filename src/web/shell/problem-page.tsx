import { useTexts } from '../language.tsx'
import { shellTexts } from '../messages/shell.ts'
import { ButtonLink, PageHead } from '../ui/index.ts'
import { problemTexts } from '#platform/operations/messages/problem.ts'
import type { ProblemCode } from '#platform/operations/problem.ts'

/** What a loader or action answers when it cannot go on; see `answerProblem`. */
export type ProblemBody = { code: ProblemCode; detail?: string; requestId?: string }

/** A page that says what went wrong and what to do, in the reader's language. */
export function ProblemPage({ status, body }: { status: number; body: unknown }) {
  const t = useTexts(shellTexts)
  const say = useTexts(problemTexts)
  const problem = isProblem(body)
    ? body
    : { code: status === 404 ? ('notFound' as const) : ('unexpected' as const) }
  return (
    <>
      <PageHead
        title={say(`title.${problem.code}`)}
        lead={problem.detail ?? say(`detail.${problem.code}`, { requestId: problem.requestId ?? '' })}
      />
      <p>
        {problem.code === 'signInRequired' ? (
          <ButtonLink href="/sign-in" kind="primary">
            {t('signIn')}
          </ButtonLink>
        ) : (
          <ButtonLink href="/">{t('home')}</ButtonLink>
        )}
      </p>
    </>
  )
}

function isProblem(body: unknown): body is ProblemBody {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string'
}
