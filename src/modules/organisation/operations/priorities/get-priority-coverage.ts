import { z } from 'zod'
import { readOperation } from '#platform/operations/operation.ts'
import { insideRoles } from '../../inside-roles.ts'
import { readCoverage } from '../../store/priorities/coverage.ts'
import { listId, listShape, priorityShape, sumsShape, thingShape } from './priority-shapes.ts'

const counts = z.record(z.string(), z.number().int())

/**
 * What carries each priority of a list on a day: how many of each kind, and what their amounts come to a year. What
 * carries nothing, and what of the unit carries no priority. Of things that the caller may not read nothing is told.
 */
export const getPriorityCoverage = readOperation({
  name: 'get-priority-coverage',
  summary: 'What carries each priority of a list, with exact sums a year, and what carries none.',
  route: 'GET /priority-lists/{listId}/coverage',
  policy: { allow: 'roles', roles: insideRoles },
  input: z.object({ listId, asOf: z.iso.date().optional() }),
  output: z.object({
    asOf: z.iso.date(),
    list: listShape,
    kinds: z.array(z.object({ kind: z.string(), one: z.string(), several: z.string() })),
    priorities: z.array(priorityShape.extend({ counts, sums: sumsShape, things: z.array(thingShape) })),
    without: z.array(thingShape),
    /** All that carries something, each thing once. */
    counts,
    sums: sumsShape,
    /** How many carry more than one, and so stand in several of the sums above. */
    shared: z.number().int(),
  }),
  example: ({ organisation }) => ({ listId: organisation.priorityListId }),
  async run(context, input) {
    const { order, priorities, ...coverage } = await readCoverage(context, input)
    const parts = new Map(priorities.map((each) => [each.id, each]))
    return {
      ...coverage,
      priorities: order.map((priority) => ({
        counts: {},
        sums: [],
        things: [],
        ...parts.get(priority.id),
        ...priority,
      })),
    }
  },
})
