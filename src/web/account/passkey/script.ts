import { passkeySource } from './address.server.ts'

/** The script by which a browser asks the device for a passkey. */
export function loader() {
  return new Response(passkeySource, {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    },
  })
}
