import { describe, expect, it } from 'vitest'
import { readSettings, SettingsProblem } from './settings.ts'

describe('settings', () => {
  it('have defaults for everything, and empty is not given', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: '' })).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: null,
      demo: null,
      backups: true,
    })
  })

  it.each([
    ['PORT', 'tre', 'PORT must be a whole number'],
    ['PORT', '70000', 'PORT must be a whole number'],
    ['DATABASE_URL', 'mysql://x/y', 'DATABASE_URL must be an address such as postgres://'],
    ['DATABASE_URL', 'localhost', 'DATABASE_URL must be an address such as postgres://'],
    ['KANSLI_URL', 'kansli.example.org', 'KANSLI_URL must be an address such as https://'],
    ['KANSLI_URL', 'https://example.org/kansli', 'KANSLI_URL must be an address without anything after'],
    ['KANSLI_SECRET', 'short', 'KANSLI_SECRET must have at least 32 characters'],
    ['KANSLI_DEMO', 'maybe', 'KANSLI_DEMO must be yes or no'],
    ['OIDC_ISSUER', 'https://id.example.org', 'OIDC needs all of'],
  ])('say what is wrong: %s=%s', (name, value, sentence) => {
    expect(() => readSettings({ [name]: value })).toThrow(SettingsProblem)
    expect(() => readSettings({ [name]: value })).toThrow(sentence)
  })

  it('name everything that is wrong at once', () => {
    expect(() => readSettings({ PORT: 'x', KANSLI_DEMO: 'x' })).toThrow(/PORT.*\n.*KANSLI_DEMO/)
  })

  it.each(['https://Kansli.example.org', 'https://kansli.example.org/', 'https://kansli.example.org:443'])(
    'know the address as browsers write it: %s',
    (address) => {
      expect(readSettings({ KANSLI_URL: address }).publicUrl).toBe('https://kansli.example.org')
    },
  )

  it('know a server on a local socket', () => {
    const url = 'postgres:///kansli?host=/var/run/postgresql'
    expect(readSettings({ DATABASE_URL: url }).databaseUrl).toBe(url)
  })
})
