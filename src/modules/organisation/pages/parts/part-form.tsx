import type { ReactNode } from 'react'
import type { FormProblem } from '#web/page-problem.ts'
import { Button, Disclosure, Notice, Stack } from '#web/ui/index.ts'
import styles from './parts.module.css'

/** One change that can be made on a page, folded away until it is wanted; open when something was wrong in it. */
export function PartForm({
  change,
  title,
  text,
  problem,
  danger,
  open,
  children,
}: {
  change: string
  title: string
  text?: ReactNode
  problem: FormProblem | undefined
  danger?: boolean
  open?: boolean
  children?: ReactNode
}) {
  const own = problem?.values['change'] === change
  return (
    <Disclosure summary={title} open={own || open === true}>
      <form method="post" className={styles.form}>
        <Stack>
          {text ? <p>{text}</p> : null}
          <input type="hidden" name="change" value={change} />
          {children}
          <p>
            <Button kind={danger ? 'danger' : 'plain'}>{title}</Button>
          </p>
        </Stack>
      </form>
    </Disclosure>
  )
}

/** What came of a form: that it is done, or what is wrong. */
export function FormNotices({ done, problem }: { done: string | null; problem: FormProblem | undefined }) {
  if (problem) {
    return (
      <Notice tone="bad" title={problem.title} live>
        <p>{Object.values(problem.fields)[0] ?? problem.detail}</p>
      </Notice>
    )
  }
  return done ? (
    <Notice tone="good" live>
      <p>{done}</p>
    </Notice>
  ) : null
}
