import QRCode from 'qrcode'
import type { Answer } from '#platform/auth/ask.ts'
import { fieldOf, minutesOf, secretOf } from '../reader.ts'
import type { OwnReader } from './own-reader.ts'

type Intent = 'begin' | 'confirm' | 'renew' | 'off'

/** What came of a form about the second step. */
export type SecondStepOutcome = { intent: Intent; minutes: number } & (
  | { state: 'off' | 'expired' | 'tooMany' | 'wrongPassword' | 'wrongCode' }
  | { state: 'codes'; codes: string[] }
  | {
      state: 'scan'
      uri: string
      secret: string
      picture: { size: number; path: string }
      wrong: boolean
    }
)

type Changed = { outcome: SecondStepOutcome; status: number; cookies: string[] }

/** Carries out what a form on the page of the second step asks for. */
export async function changeSecondStep(reader: OwnReader, form: FormData): Promise<Changed> {
  switch (form.get('intent')) {
    case 'confirm':
      return confirm(reader, form)
    case 'renew':
      return renew(reader, form)
    case 'off':
      return turnOff(reader, form)
    default:
      return begin(reader, form)
  }
}

async function begin(reader: OwnReader, form: FormData): Promise<Changed> {
  const answer = await reader.ask({ path: '/two-factor/enable', body: passwordIn(form) })
  const uri = answer.body['totpURI']
  if (!answer.ok || typeof uri !== 'string') return refused('begin', answer, 'wrongPassword')
  return changed({ intent: 'begin', minutes: 0, ...scanOf(uri, false) }, answer)
}

async function confirm(reader: OwnReader, form: FormData): Promise<Changed> {
  const answer = await reader.ask({ path: '/two-factor/verify-totp', body: { code: codeIn(form) } })
  if (answer.ok) {
    const codes = await backupCodesOf(reader)
    return changed({ intent: 'confirm', minutes: 0, state: 'codes', codes }, answer)
  }
  const uri = fieldOf(form, 'uri')
  if (answer.status === 429) return refused('confirm', answer, 'wrongCode')
  if (answer.code === 'TOTP_NOT_ENABLED' || !isOwnUri(uri)) {
    return { ...changed({ intent: 'confirm', minutes: 0, state: 'expired' }, answer), status: 409 }
  }
  return { ...changed({ intent: 'confirm', minutes: 0, ...scanOf(uri, true) }, answer), status: 422 }
}

async function renew(reader: OwnReader, form: FormData): Promise<Changed> {
  const confirmed = await confirmCode(reader, form, 'renew')
  if (confirmed) return confirmed
  const answer = await reader.ask({ path: '/two-factor/generate-backup-codes', body: passwordIn(form) })
  if (!answer.ok) return refused('renew', answer, 'wrongPassword')
  const codes = answer.body['backupCodes'] as string[]
  return changed({ intent: 'renew', minutes: 0, state: 'codes', codes }, answer)
}

async function turnOff(reader: OwnReader, form: FormData): Promise<Changed> {
  const confirmed = await confirmCode(reader, form, 'off')
  if (confirmed) return confirmed
  const answer = await reader.ask({ path: '/two-factor/disable', body: passwordIn(form) })
  if (!answer.ok) return refused('off', answer, 'wrongPassword')
  return changed({ intent: 'off', minutes: 0, state: 'off' }, answer)
}

/** Those without a password show a code instead. @returns what went wrong, or null when it was right */
async function confirmCode(reader: OwnReader, form: FormData, intent: Intent): Promise<Changed | null> {
  if (reader.account.hasPassword) return null
  const answer = await reader.ask({ path: '/two-factor/verify-totp', body: { code: codeIn(form) } })
  return answer.ok ? null : refused(intent, answer, 'wrongCode')
}

async function backupCodesOf(reader: OwnReader): Promise<string[]> {
  const { backupCodes } = await reader.pages.accounts.signIn.api.viewBackupCodes({
    body: { userId: reader.account.id },
  })
  return backupCodes
}

function refused(intent: Intent, answer: Answer, wrong: 'wrongPassword' | 'wrongCode'): Changed {
  const tooMany = answer.status === 429
  return {
    outcome: { intent, state: tooMany ? 'tooMany' : wrong, minutes: minutesOf(answer.retryAfter) },
    status: tooMany ? 429 : 422,
    cookies: answer.cookies,
  }
}

function changed(outcome: SecondStepOutcome, answer: Answer): Changed {
  return { outcome, status: 200, cookies: answer.cookies }
}

function passwordIn(form: FormData): { password?: string } {
  const password = secretOf(form, 'password')
  return password ? { password } : {}
}

function codeIn(form: FormData): string {
  return fieldOf(form, 'code').replaceAll(/\s/g, '')
}

function isOwnUri(uri: string): boolean {
  return uri.startsWith('otpauth://totp/') && uri.length < 500
}

/** The address that an app scans, as a picture of squares and as a key to type in groups of four. */
function scanOf(uri: string, wrong: boolean) {
  const { modules } = QRCode.create(uri, { errorCorrectionLevel: 'M' })
  const squares: string[] = []
  for (let y = 0; y < modules.size; y++) {
    for (let x = 0; x < modules.size; x++) if (modules.get(y, x)) squares.push(`M${x} ${y}h1v1h-1z`)
  }
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  return {
    state: 'scan' as const,
    uri,
    secret: secret.replaceAll(/(.{4})(?=.)/g, '$1 '),
    picture: { size: modules.size, path: squares.join('') },
    wrong,
  }
}
