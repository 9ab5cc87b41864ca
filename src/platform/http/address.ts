import type { IncomingMessage } from 'node:http'

/**
 * The caller's network address. Proxies write it into `X-Forwarded-For`, each adding the one it saw at the end;
 * anybody can write the rest. So only the last entries, as many as there are trusted proxies, are believed.
 * @param proxies how many proxies stand in front; 0 believes the connection only
 */
export function callerAddress(request: IncomingMessage, proxies: number): string {
  const connection = request.socket.remoteAddress ?? 'unknown'
  if (proxies === 0) return connection
  const chain = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  return chain.at(-proxies) ?? connection
}
