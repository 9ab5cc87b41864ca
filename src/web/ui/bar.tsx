import { scaleLinear } from 'd3-scale'
import styles from './bar.module.css'

/** What a bar stands for; always said in words or figures beside it too. */
export type BarTone = 'own' | 'base' | 'plus' | 'minus'

export type BarPart = { from: number; to: number; tone: BarTone }

const width = 1000
const height = 24

/**
 * A bar in a table's row, so that the chart is the table: the figure stands in the cell beside it, and nothing is
 * said by the bar alone.
 * @param parts from–to on the scale, in its units; drawn in order
 * @param domain the scale's ends, the same for every row of the table
 */
export function Bar({ parts, domain }: { parts: readonly BarPart[]; domain: readonly [number, number] }) {
  const at = scaleLinear([domain[0], domain[1] === domain[0] ? domain[0] + 1 : domain[1]], [0, width])
  const zero = at(Math.min(Math.max(0, domain[0]), domain[1]))
  return (
    <svg
      className={styles.bar}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {parts.map((part) => {
        const start = at(Math.min(part.from, part.to))
        const end = at(Math.max(part.from, part.to))
        return (
          <rect
            key={`${part.tone} ${part.from} ${part.to}`}
            className={styles[part.tone]}
            x={start.toFixed(1)}
            // A difference too small to see is still there.
            width={Math.max(end - start, part.from === part.to ? 0 : 2).toFixed(1)}
            y={2}
            height={height - 4}
          />
        )
      })}
      <line className={styles.axis} x1={zero.toFixed(1)} x2={zero.toFixed(1)} y1={0} y2={height} />
    </svg>
  )
}

/** The class for the cell a bar stands in; on a narrow screen it is not there: see `NarrowBar`. */
export const barCell = styles.cell

/** On a narrow screen the bar stands under the row's name instead, so that the figures have room. */
export function NarrowBar(bar: { parts: readonly BarPart[]; domain: readonly [number, number] }) {
  return bar.parts.length === 0 ? null : (
    <span className={styles.under}>
      <Bar {...bar} />
    </span>
  )
}

/** The ends of a scale that holds all these values and 0. */
export function domainOf(values: Iterable<number>): [number, number] {
  let low = 0
  let high = 0
  for (const value of values) {
    if (value < low) low = value
    if (value > high) high = value
  }
  return [low, high]
}
