import type { RenderAnswer, RenderRequest } from './render-messages.ts'

/**
 * For a program that a renderer starts: does what is asked for, one answer a job, and ends with the server.
 * @param render makes the document; what it throws is told to whoever asked
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- what a program renders is its own to say
export function answerJobs<Job>(render: (job: Job) => Promise<Uint8Array>): void {
  process.on('message', (request: RenderRequest<Job>) => void answer(request, render))
  process.on('disconnect', () => process.exit(0))
}

async function answer<Job>({ number, job }: RenderRequest<Job>, render: (job: Job) => Promise<Uint8Array>) {
  try {
    send({ number, bytes: await render(job) })
  } catch (error) {
    send({ number, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}

function send(answered: RenderAnswer) {
  process.send?.(answered)
}
