import { describe, expect, it } from 'vitest'
import { deviceOf, shortenedAddress } from './device.ts'

describe('a device in words', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0',
      'Firefox',
      'Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 26_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Mobile/15E148 Safari/604.1',
      'Safari',
      'iPhone',
    ],
    [
      'Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
      'Chrome',
      'Android',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
      'Edge',
      'Mac',
    ],
    [
      'Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/142.0 Mobile/15E148 Safari/604.1',
      'Chrome',
      'iPad',
    ],
    ['curl/8.17.0', null, null],
    [null, null, null],
  ])('%s', (userAgent, browser, system) => {
    expect(deviceOf(userAgent)).toEqual({ browser, system })
  })
})

describe('an address is shortened', () => {
  it.each([
    ['192.0.2.44', '192.0.2.…'],
    ['::ffff:192.0.2.44', '192.0.2.…'],
    ['2001:db8:85a3::8a2e', '2001:db8:85a3:…'],
    ['2001:0db8:0000:0000:0000:0000:0000:0000', '2001:db8:0:…'],
    ['::1', '::…'],
    ['unknown', ''],
    ['', ''],
    [null, ''],
  ])('%s → %s', (address, shown) => {
    expect(shortenedAddress(address)).toBe(shown)
  })
})
