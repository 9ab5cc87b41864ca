import { describe, expect, it } from 'vitest'
import { checkResults } from './check-results.ts'
import { readResults } from './read-results.ts'

const region = { level: 'region', constituencies: 3, day: '2022-09-11', seats: 11 } as const
const check = (text: string, more: Partial<Parameters<typeof checkResults>[1]> = {}) =>
  checkResults(readResults(text).rows, { ...region, ...more })

describe('an election result', () => {
  const good =
    'Parti;Röster;Procent;Mandat\nAlfa;540;54,0;6\nBeta;440;44,0;5\nGamma;20;2,0;0\nSumma;1000;100,0;11'

  it('that adds up has nothing to look at', () => {
    expect(check(good)).toEqual({
      findings: [],
      computedSeats: new Map([
        ['Alfa', 6],
        ['Beta', 5],
        ['Gamma', 0],
      ]),
      threshold: 3,
      validVotes: 1000,
    })
  })

  it.each([
    ['a sum of votes that differs', good.replace('Summa;1000', 'Summa;1010'), 'finding.votesSum'],
    ['a sum of seats that differs', good.replace('100,0;11', '100,0;12'), 'finding.seatsSum'],
    ['fewer seats than the body has', good.replace('44,0;5', '44,0;4'), 'finding.bodySeats'],
    ['a share that is not that of the votes', good.replace('54,0', '54,4'), 'finding.percentOfVotes'],
    ['shares that do not add up', good.replace('44,0', '45,0').replace('54,0', '54,3'), 'finding.percentSum'],
    [
      'seats that the votes would not give',
      good.replace('44,0;5', '44,0;4').replace('54,0;6', '54,0;7'),
      'finding.seatsDiffer',
    ],
    ['votes that are missing', good.replace('Gamma;20', 'Gamma;'), 'finding.votesMissing'],
    ['lots', 'Parti;Röster\nAlfa;100\nBeta;100', 'finding.lots'],
  ])('%s', (_, text, key) => {
    expect(check(text).findings.map((finding) => finding.key)).toContain(key)
  })

  it('a council with an even number of seats', () => {
    expect(check(good, { seats: 10 }).findings.map(({ key }) => key)).toContain('finding.evenSeats')
  })

  it('may print the sum of all ballots', () => {
    const all = good.replace('Summa;1000', 'Ogiltiga;30;;\nSumma;1030')
    expect(check(all).findings).toEqual([])
  })

  it('rounded one by one may miss 100 by half a unit each', () => {
    const thirds = 'Parti;Röster;Procent\nAlfa;1000;33,3\nBeta;1000;33,3\nGamma;1000;33,3'
    expect(check(thirds, { level: 'other' }).findings).toEqual([])
  })

  it('keeps a gap a gap: no seats are computed where the law says nothing or votes are missing', () => {
    expect(check(good, { level: 'other' }).computedSeats).toBeNull()
    expect(check(good.replace('Gamma;20', 'Gamma;')).computedSeats).toBeNull()
  })

  it('counts those below the threshold as votes, but gives them no seat', () => {
    const many = 'Parti;Röster\nAlfa;500\nBeta;471\nGamma;29'
    const { computedSeats } = check(many, { seats: 101 })
    expect(computedSeats?.get('Gamma')).toBe(0)
    expect(
      check(many, { seats: 101, level: 'municipality', constituencies: 1 }).computedSeats?.get('Gamma'),
    ).toBe(3)
  })
})
