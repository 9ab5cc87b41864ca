import type { ReactNode } from 'react'
import type { FormProblem } from '#web/page-problem.ts'
import { Button, Disclosure, Stack } from '#web/ui/index.ts'
import styles from './posts.module.css'

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
  text?: string
  problem: FormProblem | undefined
  danger?: boolean
  open?: boolean
  children: ReactNode
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
