import { slug, type Grid } from '../grid.ts'
import { exactRole } from '../role-recognition.ts'
import { looksLikeBody, tableKindOfTitle } from '../table-kind.ts'

/**
 * A table of several units' results, printed one after another under their names, as one table a unit; a table
 * whose title is a unit's name is about that unit. Other tables come back as they are.
 */
export function unitTables(grid: Grid): Grid[] {
  if (grid.kind !== null) return [grid]
  const sections = [...new Set(grid.rows.flatMap(({ section }) => section ?? []))]
  const likeUnits = sections.filter((section) => isUnit(grid.rows.filter((row) => row.section === section)))
  const titled = tableKindOfTitle(grid.title) === 'unitResult'
  if (likeUnits.length >= 2 || (titled && sections.length > 0)) {
    const outside = grid.rows.filter(({ section }) => section === null)
    const units = sections.map((section): Grid => {
      const rows = grid.rows
        .filter((row) => row.section === section)
        .map((row) => ({ ...row, section: null }))
      return {
        ...grid,
        key: slug(`${grid.key} ${section}`),
        title: `${grid.title}: ${section}`,
        kind: 'unitResult',
        body: section,
        rows,
      }
    })
    return outside.length === 0
      ? units
      : [{ ...grid, rows: outside }, ...units].map((each, at) =>
          at === 0 ? each : { ...each, problems: [] },
        )
  }
  if (sections.length > 0) return [grid]
  const named = bodyOfTitle(grid.title)
  if (named !== null) return [{ ...grid, kind: 'unitResult', body: named }]
  const own = bodyIn(grid.title)
  if (own !== null && isUnit(grid.rows)) return [{ ...grid, kind: 'unitResult', body: own }]
  return [grid]
}

/** Income, costs and result: what a unit's table says, whatever else it says. */
function isUnit(rows: Grid['rows']): boolean {
  const roles = new Set(rows.flatMap(({ label }) => exactRole(label, 'unitResult')?.role ?? []))
  const sides = [
    'unitIncome',
    'appropriationIncome',
    'unitCosts',
    'unitResult',
    'membershipContribution',
  ] as const
  return roles.has('unitResult') ? rows.length <= 25 : sides.filter((side) => roles.has(side)).length >= 2
}

/** `Resultat per enhet: Locum AB` is about Locum AB, whatever the name looks like. */
export function bodyOfTitle(title: string): string | null {
  const [head = '', ...rest] = title.split(': ')
  return rest.length > 0 && tableKindOfTitle(head) === 'unitResult' ? rest.join(': ').trim() : null
}

function bodyIn(title: string): string | null {
  const last = title.split(/\s[–-]\s|:\s/u).at(-1) ?? title
  return looksLikeBody(last) ? last.trim() : null
}
