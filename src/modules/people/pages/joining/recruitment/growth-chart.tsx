import { scaleLinear } from 'd3-scale'
import { area, line } from 'd3-shape'
import styles from '../joining.module.css'

export type GrowthStep = { period: string; joined: number; total: number; target: number | null }

const width = 1000
const height = 320
const edge = { left: 4, right: 4, top: 8, bottom: 4 }

/**
 * How many have joined since the first day, beside the target's line. The table under it says the same in figures; the picture is
 * named by its label, and its ends stand in text that no width makes too small.
 */
export function GrowthChart({ steps, label }: { steps: readonly GrowthStep[]; label: string }) {
  const highest = Math.max(1, ...steps.map(({ total, target }) => Math.max(total, target ?? 0)))
  const x = scaleLinear([0, Math.max(1, steps.length - 1)], [edge.left, width - edge.right])
  const y = scaleLinear([0, highest], [height - edge.bottom, edge.top]).nice()
  const ticks = y.ticks(4).filter(Number.isInteger)
  const totals = line<GrowthStep>()
    .x((_, at) => x(at))
    .y(({ total }) => y(total))
  const ground = area<GrowthStep>()
    .x((_, at) => x(at))
    .y0(y(0))
    .y1(({ total }) => y(total))
  const target = line<GrowthStep>()
    .x((_, at) => x(at))
    .y((step) => y(step.target ?? 0))
  const first = steps[0]
  const last = steps.at(-1)
  return (
    <>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className={styles.chart}>
        {ticks.map((tick) => (
          <line
            key={tick}
            className={styles.axis}
            x1={edge.left}
            x2={width - edge.right}
            y1={y(tick)}
            y2={y(tick)}
          />
        ))}
        <path className={styles.area} d={ground([...steps]) ?? ''} />
        <path className={styles.line} d={totals([...steps]) ?? ''} />
        {last && last.target !== null ? (
          <path className={styles.target} d={target([...steps]) ?? ''} />
        ) : null}
      </svg>
      <p className={styles.ends}>
        <span>{first?.period}</span>
        <span>{last ? `${last.period}: ${last.total}` : null}</span>
      </p>
    </>
  )
}
