import { existsSync } from 'node:fs'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Where Debian, and most others, put the browser; null when there is none. */
export function findChromium(): string | null {
  return places.find((place) => existsSync(place)) ?? null
}
