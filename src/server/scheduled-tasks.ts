import { forgetUploads } from '#platform/files/forget-uploads.ts'
import { forgetSignInTraces } from '#platform/auth/forget.ts'
import { forgetSentMails } from '#platform/mail/forget-sent-mails.ts'
import { forgetKeptAnswers } from '#platform/operations/keep-answer.ts'
import type { ScheduledTask } from '#platform/jobs/job-queue.ts'
import { publicationsWithoutFiles, renderPublicationFiles } from '#modules/budget/index.ts'
import { forgetInvitations } from '#modules/organisation/index.ts'
import {
  applyRetention,
  findDuplicates,
  forgetApplications,
  forgetImports,
  organisationsWithPeople,
  organisationsWithRetention,
  raiseOverdueWelcomes,
} from '#modules/people/index.ts'
import type { Application } from '../application.ts'

/** What the installation does at set times, for all its organisations. */
export function scheduledTasks(application: Application): ScheduledTask[] {
  const { backups, database, host, services } = application
  return [
    { name: 'back-up', schedule: '30 2 * * *', run: () => backups.make() },
    {
      name: 'forget-kept-answers',
      schedule: '17 3 * * *',
      run: async () => void (await forgetKeptAnswers(database.owner, host.now())),
    },
    {
      name: 'forget-sign-in-traces',
      schedule: '29 3 * * *',
      run: async () => {
        await forgetSignInTraces(database.owner, host.now())
        await forgetInvitations(database.owner, host.now())
      },
    },
    {
      name: 'forget-applications',
      schedule: '35 3 * * *',
      run: async () => void (await forgetApplications(database.owner, host.now())),
    },
    {
      name: 'forget-imports',
      schedule: '38 3 * * *',
      run: async () => void (await forgetImports(database.owner, host.now())),
    },
    {
      name: 'raise-overdue-welcomes',
      schedule: '5 4 * * *',
      run: async () => void (await raiseOverdueWelcomes(database.owner, host.now())),
    },
    {
      name: 'forget-uploads',
      schedule: '41 3 * * *',
      run: async () => void (await forgetUploads(database.owner, services.files, host.now())),
    },
    {
      name: 'make-missing-publication-files',
      schedule: '11 * * * *',
      async run() {
        const missing = await publicationsWithoutFiles(database.owner, host.now())
        for (const { organisationId, publicationId } of missing) {
          await services.jobs.enqueue({
            operation: renderPublicationFiles.name,
            organisationId,
            input: { publicationId },
          })
        }
      },
    },
    {
      name: 'apply-retention',
      schedule: '47 3 * * *',
      async run() {
        for (const organisationId of await organisationsWithRetention(database.owner)) {
          await services.jobs.enqueue({ operation: applyRetention.name, organisationId, input: {} })
        }
      },
    },
    {
      name: 'find-duplicates',
      schedule: '47 1 * * *',
      async run() {
        for (const organisationId of await organisationsWithPeople(database.owner)) {
          await services.jobs.enqueue({ operation: findDuplicates.name, organisationId, input: {} })
        }
      },
    },
    { name: 'send-waiting-mails', schedule: '* * * * *', run: application.sendMails },
    {
      name: 'forget-sent-mails',
      schedule: '23 3 * * *',
      run: () => forgetSentMails(database.owner, host.now()),
    },
  ]
}
