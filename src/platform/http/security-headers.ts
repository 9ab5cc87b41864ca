/**
 * The rules a browser holds every page to. No inline script or style is ever allowed: a script runs because it is
 * a file of ours, or because it carries this very answer's number.
 * @param nonce the number of this answer, for pages with scripts; null for pages without any
 * @param secure is the site reached by https?
 */
export function securityHeaders(nonce: string | null, secure: boolean): Record<string, string> {
  const scripts = nonce ? `script-src 'self' 'nonce-${nonce}'` : "script-src 'none'"
  return {
    'content-security-policy': [
      "default-src 'none'",
      scripts,
      "style-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "manifest-src 'self'",
      ...(secure ? ['upgrade-insecure-requests'] : []),
    ].join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    ...(secure ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  }
}
