import type { ComponentProps, ReactNode } from 'react'
import type { FormProblem } from './page-problem.ts'
import { Button, Disclosure, Stack } from './ui/index.ts'
import styles from './change-form.module.css'

/** What a change is to: the name of the field that says it, and its value. */
export type About = { name: string; value: string }

function Asked({ change, about }: { change: string; about: About | undefined }) {
  return (
    <>
      <input type="hidden" name="change" value={change} />
      {about ? <input type="hidden" {...about} /> : null}
    </>
  )
}

/** A form that makes one change on a page where several can be made. `button` is what its button says. */
export function ChangeForm({
  change,
  about,
  button,
  danger,
  children,
}: {
  change: string
  about?: About
  button: ReactNode
  danger?: boolean
  children?: ReactNode
}) {
  return (
    <form method="post" className={styles.form}>
      <Stack>
        <Asked change={change} about={about} />
        {children}
        <p>
          <Button kind={danger ? 'danger' : 'plain'}>{button}</Button>
        </p>
      </Stack>
    </form>
  )
}

/** A button that makes one change, without anything to fill in. */
export function ChangeButton({
  change,
  about,
  ...button
}: { change: string; about?: About } & Omit<ComponentProps<typeof Button>, 'about'>) {
  return (
    <form method="post">
      <Asked change={change} about={about} />
      <Button {...button} />
    </form>
  )
}

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
      <ChangeForm change={change} button={title} {...(danger ? { danger } : {})}>
        {text ? <p>{text}</p> : null}
        {children}
      </ChangeForm>
    </Disclosure>
  )
}
