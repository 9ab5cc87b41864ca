import { readOperation } from '#platform/operations/operation.ts'
import { simulate } from '../../store/growth/simulate.ts'
import { countReaders, delegateQuestion, simulationShape } from './growth-shapes.ts'

/** How many delegates each unit would send to a body, by a rule and a day, beside another rule or day. Nothing is kept. */
export const previewDelegateSeats = readOperation({
  name: 'preview-delegate-seats',
  summary:
    'How many delegates each unit would send by a rule and a day, beside another and the body’s seats.',
  route: 'POST /people/bodies/{bodyId}/delegate-seats',
  policy: countReaders,
  input: delegateQuestion,
  output: simulationShape,
  example: ({ organisation }) => ({
    bodyId: organisation.bodyId,
    rule: { method: 'perStarted' as const, membersPerSeat: 50, least: 1 },
    unitKind: 'association',
  }),
  run: simulate,
})
