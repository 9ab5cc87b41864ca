import type { ReactNode } from 'react'
import { Stack } from '#web/ui/index.ts'

/** A form of the own page: what it does, and to whose record. */
export function OwnForm({
  personId,
  change,
  children,
}: {
  personId: string
  change: string
  children: ReactNode
}) {
  return (
    <form method="post" action="/me">
      <Stack>
        <input type="hidden" name="person" value={personId} />
        <input type="hidden" name="change" value={change} />
        {children}
      </Stack>
    </form>
  )
}
