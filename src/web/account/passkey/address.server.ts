import { createHash } from 'node:crypto'
import { stripTypeScriptTypes } from 'node:module'
import source from './passkey-script.ts?raw'

/** The script as it is sent: its source without the types. */
export const passkeySource = stripTypeScriptTypes(source)

const version = createHash('sha256').update(passkeySource).digest('base64url').slice(0, 12)

/** Its address, which changes with its content, so that browsers may keep it for good. */
export function passkeyScript(): string {
  return `/scripts/passkey.js?v=${version}`
}
