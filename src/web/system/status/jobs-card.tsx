import { Moment, momentText } from '../../account/moment.tsx'
import { useLanguage, useTexts } from '../../language.tsx'
import { Card, Status, Table } from '../../ui/index.ts'
import type { StatusShown } from './status-page.tsx'
import { statusTexts, taskKey } from './status-texts.ts'
import { whenOf } from './when.ts'

type Job = StatusShown['jobs'][number]

/** The work in the background: what, when, and how it last went. */
export function JobsCard({ jobs }: { jobs: readonly Job[] }) {
  const t = useTexts(statusTexts)
  if (jobs.length === 0) {
    return (
      <Card title={t('jobs')}>
        <p>{t('jobs.none')}</p>
      </Card>
    )
  }
  return (
    <Card title={t('jobs')}>
      <Table
        label={t('jobs')}
        head={
          <tr>
            <th scope="col">{t('jobs.task')}</th>
            <th scope="col">{t('jobs.when')}</th>
            <th scope="col">{t('jobs.last')}</th>
            <th scope="col">{t('jobs.state')}</th>
          </tr>
        }
      >
        <tbody>
          {jobs.map((job) => (
            <JobRow key={job.name} job={job} />
          ))}
        </tbody>
      </Table>
    </Card>
  )
}

function JobRow({ job }: { job: Job }) {
  const t = useTexts(statusTexts)
  const key = taskKey(job.name)
  const when = whenOf(job.schedule)
  return (
    <tr>
      <th scope="row">{key ? t(key) : job.name}</th>
      <td>
        {when ? (
          t(when.key, when.key === 'when.daily' ? { time: when.time } : {})
        ) : (
          <code>{job.schedule}</code>
        )}
      </td>
      <td>{job.lastDone ? <Moment at={job.lastDone} /> : t('jobs.never')}</td>
      <td>
        <JobState job={job} />
      </td>
    </tr>
  )
}

function JobState({ job: { lastDone, lastFailed, waiting } }: { job: Job }) {
  const t = useTexts(statusTexts)
  const language = useLanguage()
  if (lastFailed && (!lastDone || lastFailed > lastDone))
    return <Status tone="bad">{t('jobs.failed', { at: momentText(lastFailed, language) })}</Status>
  if (waiting > 0) return <Status tone="wait">{t('jobs.waiting', { count: waiting })}</Status>
  return lastDone ? <Status tone="good">{t('jobs.good')}</Status> : null
}
