/** An automatic backup's name: when it was made (UTC), and why when not for the night's sake. */
const pattern = /^kansli-(\d{4})(\d{2})(\d{2})T(\d{6})Z(-before-update)?\.tar\.gz$/

const kept = { days: 7, weeks: 4, months: 6, beforeUpdates: 3 }

export function backupName(at: Date, beforeUpdate = false): string {
  const moment = at.toISOString().replaceAll(/[-:]|\.\d+/g, '')
  return `kansli-${moment}${beforeUpdate ? '-before-update' : ''}.tar.gz`
}

/** When a backup of this name was made, or null for any other file. */
export function madeAt(name: string): Date | null {
  const [, year, month, day, time] = pattern.exec(name) ?? []
  if (!year || !month || !day || !time) return null
  return new Date(`${year}-${month}-${day}T${time.replaceAll(/(\d\d)(?=\d)/g, '$1:')}Z`)
}

/**
 * The backups that need not be kept: all but the newest of each of the last 7 days, 4 weeks and 6 months that have
 * one, and those made before the last 3 updates. Days without a backup count for nothing: after a month's pause
 * the old ones are still there.
 * @param names what lies in the folder; other files are left alone
 */
export function superseded(names: readonly string[]): string[] {
  const backups = names
    .filter((name) => madeAt(name) !== null)
    .toSorted()
    .toReversed()
  const nightly = backups.filter((name) => !name.includes('-before-update'))
  const keep = new Set([
    ...newestOf(nightly, dayOf).slice(0, kept.days),
    ...newestOf(nightly, weekOf).slice(0, kept.weeks),
    ...newestOf(nightly, monthOf).slice(0, kept.months),
    ...backups.filter((name) => name.includes('-before-update')).slice(0, kept.beforeUpdates),
  ])
  return backups.filter((name) => !keep.has(name))
}

/** The first name of each group, newest first. */
function newestOf(names: readonly string[], group: (at: Date) => string): string[] {
  const groups = new Map<string, string>()
  for (const name of names) {
    const key = group(madeAt(name)!)
    if (!groups.has(key)) groups.set(key, name)
  }
  return [...groups.values()]
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10)
const monthOf = (at: Date) => at.toISOString().slice(0, 7)

/** The Monday that the week began with. */
function weekOf(at: Date): string {
  const monday = new Date(at)
  monday.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7))
  return dayOf(monday)
}
