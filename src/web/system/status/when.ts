/** When a task is done, in words: every minute, every hour, every day at a time; null when the schedule says something else. */
export function whenOf(
  schedule: string | null,
): { key: 'when.needed' | 'when.minute' | 'when.hour' } | { key: 'when.daily'; time: string } | null {
  if (schedule === null) return { key: 'when.needed' }
  if (schedule === '* * * * *') return { key: 'when.minute' }
  if (/^\d{1,2} \* \* \* \*$/.test(schedule)) return { key: 'when.hour' }
  const daily = /^(\d{1,2}) (\d{1,2}) \* \* \*$/.exec(schedule)
  if (!daily) return null
  const [minute = '', hour = ''] = daily.slice(1)
  return { key: 'when.daily', time: `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}` }
}
