import { useTexts } from '../language.tsx'
import { shellTexts } from '../messages/shell.ts'
import { ButtonLink, PageHead, Prose } from '../ui/index.ts'
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
      {problem.code === 'secondFactorRequired' ? <SecondFactorHelp /> : null}
      <p>
        {problem.code === 'signInRequired' ? (
          <ButtonLink href="/sign-in" kind="primary">
            {t('signIn')}
          </ButtonLink>
        ) : problem.code === 'secondFactorRequired' ? (
          <ButtonLink href="/account/second-step" kind="primary">
            {t('secondFactor.turnOn')}
          </ButtonLink>
        ) : (
          <ButtonLink href="/">{t('home')}</ButtonLink>
        )}
      </p>
    </>
  )
}

/** Why a register of persons asks for a second step, and what to do, in order. */
function SecondFactorHelp() {
  const t = useTexts(shellTexts)
  return (
    <Prose>
      <p>{t('secondFactor.why')}</p>
      <ol>
        <li>{t('secondFactor.app')}</li>
        <li>{t('secondFactor.scan')}</li>
        <li>{t('secondFactor.again')}</li>
      </ol>
      <p>{t('secondFactor.have')}</p>
    </Prose>
  )
}

function isProblem(body: unknown): body is ProblemBody {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string'
}
