import type { FixtureSource } from '../operations/fixtures.ts'
import { sendMail } from './send-mail.ts'

/** What the examples about mails are made of: one that failed. */
export type MailFixtures = { messageId: string }

declare module '../operations/fixtures.ts' {
  interface Fixtures {
    mail: MailFixtures
  }
}

export const mailFixtures: FixtureSource<{ mail: MailFixtures }> = {
  documented: { mail: { messageId: '0192a3b4-0004-7000-8000-000000000001' } },
  async make({ organisationId, unitId, marker, owner }) {
    const messageId = await sendMail(owner, {
      organisationId,
      unitId,
      at: new Date(),
      recipient: `${marker.replaceAll(/[^a-z0-9]/gi, '')}@example.org`,
      subject: `Kallelse ${marker}`,
      text: `Välkommen till mötet ${marker}.`,
    })
    await owner
      .updateTable('mail.message')
      .set({ state: 'failed', last_error: `550 ${marker}` })
      .where('id', '=', messageId)
      .execute()
    return { mail: { messageId } }
  },
}
