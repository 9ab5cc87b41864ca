import { texts } from '#platform/i18n/texts.ts'
import en from './status.en.json' with { type: 'json' }
import sv from './status.sv.json' with { type: 'json' }

export const statusTexts = texts(sv, en)

const tasks = [
  'back-up',
  'call-operation',
  'forget-kept-answers',
  'forget-sign-in-traces',
  'forget-uploads',
  'make-missing-publication-files',
  'send-waiting-mails',
  'forget-sent-mails',
  'forget-applications',
  'forget-imports',
  'raise-overdue-welcomes',
  'apply-retention',
  'find-duplicates',
] as const

/** What a task is called in words; null for one that has none. */
export function taskKey(name: string): `task.${(typeof tasks)[number]}` | null {
  const task = tasks.find((each) => each === name)
  return task ? `task.${task}` : null
}
