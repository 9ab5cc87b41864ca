import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarText } from './calendar-text.ts'

const made = '20261122T100000Z'

describe('a calendar file', () => {
  it('says each day once, with signs that mean something kept from meaning it', () => {
    const text = calendarText(
      'Mina datum',
      [{ id: 'a', day: '2026-12-31', title: 'Avgift; Öby, krets\nnytt' }],
      made,
    )
    expect(text.split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Kansli//SV',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:Mina datum',
      'REFRESH-INTERVAL;VALUE=DURATION:P1D',
      'BEGIN:VEVENT',
      'UID:a@kansli',
      'DTSTAMP:20261122T100000Z',
      'DTSTART;VALUE=DATE:20261231',
      'SUMMARY:Avgift\\; Öby\\, krets\\nnytt',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  it('has no line of more than 75 octets, and says the same when they are joined', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
        const text = calendarText('x', [{ id: 'a', day: '2026-12-31', title }], made)
        const lines = text.split('\r\n')
        expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
        const written = title.replaceAll(/([\\;,])/g, '\\$1').replaceAll(/\r?\n/g, '\\n')
        expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${written}\r\n`)
      }),
    )
  })
})
