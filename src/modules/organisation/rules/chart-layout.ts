import type { TreeUnit } from './unit-tree.ts'

/** Where a unit's box stands, and where the box it lies under stands, in the measures of the drawing. */
export type ChartBox = {
  id: string
  name: string
  x: number
  y: number
  width: number
  from: { x: number; y: number } | null
}

export type ChartLayout = { width: number; height: number; boxes: ChartBox[] }

/** The measures of the drawing: a box's height, the space between boxes and between columns, a letter's width. */
export const chartMeasures = { height: 32, gap: 8, column: 40, letter: 8.4, padding: 12 }

/**
 * Lays a tree out from left to right: a column for each level, a line for each unit that has none below it. Tall
 * rather than wide, so that fifty associations can be read, and printed.
 * @param tree parents before what is below them
 */
export function chartLayout(tree: readonly TreeUnit[]): ChartLayout {
  const { height, gap, column, letter, padding } = chartMeasures
  const widths: number[] = []
  for (const unit of tree) {
    widths[unit.depth] = Math.max(widths[unit.depth] ?? 0, Math.ceil(unit.name.length * letter) + 2 * padding)
  }
  const begins = widths.map(
    (_, depth) => 1 + widths.slice(0, depth).reduce((sum, each) => sum + each + column, 0),
  )
  const boxes = new Map<string, ChartBox>()
  let line = -1
  for (const [index, unit] of tree.entries()) {
    // What is first below another stands on the same line.
    const isFirst = index > 0 && tree[index - 1]!.depth < unit.depth
    if (!isFirst) line++
    const above = unit.parentId ? boxes.get(unit.parentId) : undefined
    boxes.set(unit.id, {
      id: unit.id,
      name: unit.name,
      x: begins[unit.depth]!,
      y: 1 + line * (height + gap),
      width: widths[unit.depth]!,
      from: above ? { x: above.x + above.width, y: above.y + height / 2 } : null,
    })
  }
  return {
    width: widths.reduce((sum, each) => sum + each, 0) + Math.max(0, widths.length - 1) * column + 2,
    height: (line + 1) * (height + gap) - gap + 2,
    boxes: [...boxes.values()],
  }
}
