/** A whole day in somebody's calendar. */
export type CalendarDay = {
  /** The same for the same thing, so that a calendar changes it instead of adding another. */
  id: string
  /** `YYYY-MM-DD`. */
  day: string
  title: string
}

/**
 * Days as an iCalendar file (RFC 5545), which calendars subscribe to.
 * @param made the moment it is made, `20261122T100000Z`
 */
export function calendarText(name: string, days: readonly CalendarDay[], made: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kansli//SV',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:P1D',
    ...days.flatMap(({ id, day, title }) => [
      'BEGIN:VEVENT',
      `UID:${escaped(id)}@kansli`,
      `DTSTAMP:${made}`,
      `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
      `SUMMARY:${escaped(title)}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function escaped(text: string): string {
  return text.replaceAll(/([\\;,])/g, '\\$1').replaceAll(/\r?\n/g, '\\n')
}

/** A line is at most 75 octets; what goes on begins with a blank (RFC 5545, 3.1). */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const sign of line) {
    const width = octetsOf(sign)
    if (octets + width > 75) {
      parts.push(part)
      // The blank that the next line begins with counts.
      part = ' '
      octets = 1
    }
    part += sign
    octets += width
  }
  return [...parts, part].join('\r\n')
}

function octetsOf(sign: string): number {
  const point = sign.codePointAt(0)!
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
}
