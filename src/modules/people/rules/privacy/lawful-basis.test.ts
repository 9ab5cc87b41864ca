import { describe, expect, it } from 'vitest'
import { basisFault, lawfulBases, type BasisGrounds } from './lawful-basis.ts'

const nobody: BasisGrounds = { memberEver: false, applied: false, consents: false }

describe('the basis a record is kept on', () => {
  it.each([
    [
      'an application becomes a membership when it is approved',
      'application',
      'membership',
      { memberEver: true },
      null,
    ],
    ['not before', 'application', 'membership', {}, 'basis.notAMember'],
    ['somebody who waits', 'consent', 'application', { applied: true }, null],
    ['somebody who does not', 'consent', 'application', {}, 'basis.notApplied'],
    ['a sympathiser who has agreed', 'application', 'consent', { consents: true }, null],
    ['one who has not', 'application', 'consent', {}, 'basis.noConsent'],
    [
      'a member stays a member',
      'membership',
      'consent',
      { memberEver: true, consents: true },
      'basis.memberStays',
    ],
    ['a public role asks nobody', 'consent', 'publicRole', {}, null],
    ['the law asks nobody', 'membership', 'legalObligation', { memberEver: true }, null],
  ] as const)('%s', (_, from, to, grounds, fault) =>
    expect(basisFault(from, to, { ...nobody, ...grounds })).toBe(fault),
  )

  it('may always stay what it is', () => {
    for (const basis of lawfulBases) expect(basisFault(basis, basis, nobody)).toBeNull()
  })
})
