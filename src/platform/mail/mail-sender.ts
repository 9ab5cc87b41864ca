import { deliverMails, type Delivery } from './deliver-mails.ts'

/** Sends mails in this process, one round at a time. */
export type MailSender = {
  /** Sends what waits. @returns when that is done */
  send(): Promise<void>
  /** Something was put in line: send it soon, nobody waits for it. */
  nudge(): void
  /** Ends after the mail that is being sent. */
  stop(): Promise<void>
}

/** Several mails are often written together, each with a nudge. */
const soon = 200

export function createMailSender(delivery: Delivery): MailSender {
  let round: Promise<void> | null = null
  let again = false
  let stopping = false
  let timer: NodeJS.Timeout | undefined

  function send(): Promise<void> {
    if (stopping) return Promise.resolve()
    if (round) {
      // What came after the round looked for mails must not wait for the next minute.
      again = true
      return round
    }
    round = rounds().finally(() => (round = null))
    return round
  }

  async function rounds(): Promise<void> {
    do {
      again = false
      await deliverMails(delivery, () => stopping)
    } while (again)
  }

  return {
    send,
    nudge() {
      timer ??= setTimeout(() => {
        timer = undefined
        send().catch((error: unknown) => delivery.log.error({ error }, 'sending mails'))
      }, soon)
    },
    async stop() {
      stopping = true
      clearTimeout(timer)
      await round?.catch(() => undefined)
      delivery.server.close()
    },
  }
}
