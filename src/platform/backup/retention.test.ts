import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backupName, madeAt, superseded } from './retention.ts'

const day = 86_400_000
const night = (daysAgo: number) => new Date(Date.UTC(2026, 10, 22, 2, 30) - daysAgo * day)

/** What is left in the folder when a backup is made every night, for so many nights. */
function afterNights(count: number): string[] {
  let folder: string[] = []
  for (let back = count - 1; back >= 0; back -= 1) {
    folder.push(backupName(night(back)))
    const gone = new Set(superseded(folder))
    folder = folder.filter((name) => !gone.has(name))
  }
  return folder.toSorted()
}

describe('the backups that are kept', () => {
  it('are the last seven nights, then a Sunday a week, then the last of each month', () => {
    expect(afterNights(400).map((name) => madeAt(name)!.toISOString().slice(0, 10))).toEqual([
      '2026-06-30',
      '2026-07-31',
      '2026-08-31',
      '2026-09-30',
      '2026-10-31',
      '2026-11-01',
      '2026-11-08',
      '2026-11-15',
      '2026-11-16',
      '2026-11-17',
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
      '2026-11-22',
    ])
  })

  it('always hold the newest, and nothing that is not a backup is ever removed', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1 }), (nights) => {
        const names = [...new Set(nights.map((back) => backupName(night(back))))]
        const gone = superseded([...names, 'mine.tar.gz', 'kansli-2026.tar.gz'])
        expect(gone).not.toContain(names.toSorted().at(-1))
        expect(gone.filter((name) => !names.includes(name))).toEqual([])
        expect(names.length - gone.length).toBeLessThanOrEqual(17)
      }),
    )
  })

  it('count those made before an update by themselves', () => {
    const names = [1, 2, 3, 4].map((back) => backupName(night(back), true))
    expect(superseded([...names, backupName(night(0))])).toEqual([backupName(night(4), true)])
  })

  it('carry their moment in their name', () => {
    const at = new Date('2026-02-03T04:05:06Z')
    expect(backupName(at)).toBe('kansli-20260203T040506Z.tar.gz')
    expect(madeAt(backupName(at))).toEqual(at)
    expect(madeAt('kansli-20260203T040506Z.tar.gz.partial')).toBeNull()
  })
})
