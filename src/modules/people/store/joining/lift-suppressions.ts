import type { OperationContext } from '#platform/operations/context.ts'
import { liftSuppression, suppressedAmong, suppressionMarks } from '../privacy/suppression.ts'
import { recordEvent } from '../record-event.ts'
import type { Admitted } from './admit.ts'

/**
 * Whoever was erased and has applied since has come back by their own wish: imports leave them out no longer, and their
 * timeline says so. They are known by the address they have confirmed: a telephone may be shared by somebody who is still to
 * be left alone. Those who never were erased are asked about in the same question, and nothing is written of them.
 */
export async function liftSuppressions(
  context: OperationContext,
  admitted: readonly Admitted[],
): Promise<void> {
  const back = admitted.map(({ application, person }) => {
    const who = { emails: [application.email] }
    return { person, who, marks: suppressionMarks(context, who) }
  })
  const suppressed = await suppressedAmong(
    context,
    back.flatMap(({ marks }) => marks),
  )
  for (const { person, who, marks } of back) {
    if (!marks.some((mark) => suppressed.has(mark))) continue
    await liftSuppression(context, who)
    await recordEvent(context, person, 'cameBack')
  }
}
