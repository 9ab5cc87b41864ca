/** A unit as it is drawn, with a line in its box for each of its bodies. */
export type ChartUnit = {
  id: string
  name: string
  parentId: string | null
  /** How many units lie above it. */
  depth: number
  /** `depth`: how many bodies lie above this one in the unit. */
  bodies: readonly { id: string; text: string; depth: number }[]
}

/** Where a unit's box stands, and where the box it lies under stands, in the measures of the drawing. */
export type ChartBox = {
  id: string
  name: string
  x: number
  y: number
  width: number
  height: number
  from: { x: number; y: number } | null
  bodies: { id: string; text: string; x: number; y: number }[]
}

export type ChartLayout = { width: number; height: number; boxes: ChartBox[] }

/** The measures of the drawing: a name's height, a body's, the space between boxes and between columns, letters' widths. */
export const chartMeasures = {
  height: 32,
  line: 22,
  gap: 8,
  column: 40,
  letter: 8.4,
  smallLetter: 7.3,
  indent: 12,
  padding: 12,
}

/**
 * Lays a tree out from left to right: a column for each level, and units below one another in it. Tall rather than wide, so
 * that two hundred units can be read, and printed.
 * @param tree parents before what is below them
 */
export function chartLayout(tree: readonly ChartUnit[]): ChartLayout {
  const { gap, column } = chartMeasures
  const widths: number[] = []
  for (const unit of tree) widths[unit.depth] = Math.max(widths[unit.depth] ?? 0, widthOf(unit))
  const begins = widths.map(
    (_, depth) => 1 + widths.slice(0, depth).reduce((sum, each) => sum + each + column, 0),
  )
  const below = Map.groupBy(tree, (unit) => unit.parentId)
  const boxes = new Map<string, ChartBox>()
  /** @returns where the next unit beside it may begin */
  const place = (unit: ChartUnit, y: number): number => {
    const above = unit.parentId ? boxes.get(unit.parentId) : undefined
    const x = begins[unit.depth]!
    const height = heightOf(unit)
    boxes.set(unit.id, {
      id: unit.id,
      name: unit.name,
      x,
      y,
      width: widths[unit.depth]!,
      height,
      from: above ? { x: above.x + above.width, y: above.y + chartMeasures.height / 2 } : null,
      bodies: unit.bodies.map(({ id, text, depth }, index) => ({
        id,
        text,
        x: x + chartMeasures.padding + (depth + 1) * chartMeasures.indent,
        y: y + chartMeasures.height + index * chartMeasures.line,
      })),
    })
    // What is first below another stands beside it.
    let next = y
    for (const child of below.get(unit.id) ?? []) next = place(child, next)
    return Math.max(next, y + height + gap)
  }
  let end = 1
  const known = new Set(tree.map((unit) => unit.id))
  for (const unit of tree) if (unit.parentId === null || !known.has(unit.parentId)) end = place(unit, end)
  return {
    width: widths.reduce((sum, each) => sum + each, 0) + Math.max(0, widths.length - 1) * column + 2,
    height: Math.max(2, end - gap + 1),
    boxes: tree.map((unit) => boxes.get(unit.id)!),
  }
}

function widthOf({ name, bodies }: ChartUnit): number {
  const { letter, smallLetter, indent, padding } = chartMeasures
  const lines = bodies.map(({ text, depth }) => (depth + 1) * indent + text.length * smallLetter)
  return Math.ceil(Math.max(name.length * letter, ...lines)) + 2 * padding
}

function heightOf({ bodies }: ChartUnit): number {
  return chartMeasures.height + (bodies.length === 0 ? 0 : bodies.length * chartMeasures.line + 6)
}
