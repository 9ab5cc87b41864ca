import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { passwordFault, passwordStrength } from './password-rules.ts'

const ada = ['Ada Exempelström', 'ada.exempelstrom@norradistriktet.example', 'Norra distriktet']

describe('a password is refused', () => {
  it.each([
    ['kort', 'tooShort'],
    ['elvatecken1', 'tooShort'],
    ['a'.repeat(201), 'tooLong'],
    ['aaaaaaaaaaaa', 'repeated'],
    ['abcabcabcabc', 'repeated'],
    ['1234512345123', 'repeated'],
    ['123456789012', 'repeated'],
    ['qwertyuiopås', 'common'],
    ['210987654321', 'repeated'],
    ['Sommaren2026!', 'common'],
    ['sommarvinter26', 'common'],
    ['Password1234!', 'common'],
    ['P@ssw0rd!!!!123', 'common'],
    ['Lösenord2026!!', 'common'],
    ['välkommen!!1234', 'common'],
    ['Styrelsen2026', 'common'],
    ['correcthorsebatterystaple', 'common'],
    ['19820101-1234', 'common'],
    ['+46 70 123 45 67', 'common'],
    ['AdaExempelström1', 'personal'],
    ['exempelstrom.ada', 'personal'],
    ['NorraDistriktet!', 'personal'],
  ] as const)('%s: %s', (password, fault) => {
    expect(passwordFault(password, ada)).toBe(fault)
  })
})

describe('a password is accepted', () => {
  it.each([
    'tretton gröna tåg',
    'kaffe vid bryggan ikväll',
    'xK9#mPq2vL7w',
    'sommaren vi aldrig glömmer',
    'ada gillar lingonsylt på rågbröd',
    'ÅÄÖ är också bokstäver',
  ])('%s', (password) => {
    expect(passwordFault(password, ada)).toBeNull()
  })

  it('whatever characters it has, when it is long and random', () => {
    const characters = [...'abcdefghijklmnopqrstuvwxyzåäöABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 !?-']
    const random = fc.array(fc.constantFrom(...characters), { minLength: 24, maxLength: 60 })
    fc.assert(
      fc.property(random, (picked) => {
        const password = picked.join('')
        fc.pre(new Set(password.toLowerCase()).size >= 12 && /[a-z].*[a-z].*[a-z].*[a-z]/i.test(password))
        expect(passwordFault(password, [])).toBeNull()
      }),
    )
  })
})

describe('the strength told', () => {
  it.each([
    ['tretton tåg!', 'fair'],
    ['xK9#mPq2vL7wT', 'good'],
    ['kaffe vid bryggan ikväll', 'strong'],
  ] as const)('%s: %s', (password, strength) => {
    expect(passwordStrength(password)).toBe(strength)
  })

  it('never falls when something is added', () => {
    const rank = { fair: 0, good: 1, strong: 2 }
    fc.assert(
      fc.property(fc.string({ minLength: 12 }), fc.string(), (password, more) => {
        expect(rank[passwordStrength(password + more)]).toBeGreaterThanOrEqual(
          rank[passwordStrength(password)],
        )
      }),
    )
  })
})
