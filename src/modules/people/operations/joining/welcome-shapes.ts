import { z } from 'zod'
import { welcomeChannels, welcomeOutcomes, welcomeStates } from '../../rules/joining/welcome.ts'

export const taskId = z.uuid()

export const shownTask = z.object({
  id: taskId,
  personId: z.uuid(),
  name: z.string(),
  language: z.string(),
  unitId: z.uuid(),
  unitName: z.string(),
  assigneeUserId: z.string().nullable(),
  assigneeName: z.string(),
  createdAt: z.date(),
  dueOn: z.string(),
  overdue: z.boolean(),
  state: z.enum(welcomeStates),
  channel: z.enum(welcomeChannels).nullable(),
  outcome: z.enum(welcomeOutcomes).nullable(),
  notes: z.string(),
  tries: z.int(),
  contactedAt: z.date().nullable(),
  revision: z.int(),
  phone: z.string().nullable().describe('As +46701234567'),
  phoneShown: z.string(),
  email: z.string().nullable(),
})

export const shownWelcomer = z.object({
  userId: z.string(),
  name: z.string(),
  waiting: z.int().describe('How many new members wait for them already'),
})
