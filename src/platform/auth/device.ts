/** What a browser says it is, as much as is worth telling: its own name and the device's. */
export type Device = { browser: string | null; system: string | null }

// In this order: most browsers also claim to be those further down.
const browsers: [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\/|\bOpera\b/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/Chrome\/|\bCriOS\/|\bChromium\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]

const systems: [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b|\bMacintosh\b/, 'Mac'],
  [/\bLinux\b|\bX11\b/, 'Linux'],
]

/** Reads a `User-Agent` header: `{ browser: 'Firefox', system: 'Windows' }`; null for what it does not say. */
export function deviceOf(userAgent: string | null): Device {
  const named = (list: [RegExp, string][]) => list.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1]
  return { browser: named(browsers) ?? null, system: named(systems) ?? null }
}

/**
 * A network address without its last part: enough for a person to recognise the own network, too little to
 * follow anybody. `192.0.2.44` → `192.0.2.…`, `2001:db8:85a3::8a2e` → `2001:db8:85a3:…`; empty for none.
 */
export function shortenedAddress(address: string | null): string {
  const plain = (address ?? '').replace(/^::ffff:(?=\d+\.)/i, '')
  if (/^\d+\.\d+\.\d+\.\d+$/.test(plain)) return plain.replace(/\d+$/, '…')
  if (!plain.includes(':')) return ''
  const groups = plain.split('::', 1)[0]!.split(':').filter(Boolean)
  const shown = groups.slice(0, 3).map((group) => group.replace(/^0+(?=.)/, ''))
  return shown.length > 0 ? `${shown.join(':')}:…` : '::…'
}
