import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import styles from './growth.module.css'

export type LinePoint = { period: string; day: string; value: number | null; entered: boolean }

const width = 1000
const height = 300
const edge = { left: 8, right: 8, top: 12, bottom: 8 }

/**
 * Members through the years, each at its day; where a figure is not known the line is broken. Figures by hand are hollow, those of
 * the register filled. The table under it says the same; the picture is named by its label.
 */
export function MembersLine({ points, label }: { points: readonly LinePoint[]; label: string }) {
  const at = (point: LinePoint) => Date.parse(point.day)
  const known = points.filter(({ value }) => value !== null)
  const days = points.map(at)
  const [first, last] = [Math.min(...days), Math.max(...days)]
  const x = scaleLinear([first, Math.max(last, first + 1)], [edge.left, width - edge.right])
  const highest = Math.max(1, ...known.map(({ value }) => value!))
  const y = scaleLinear([0, highest], [height - edge.bottom, edge.top]).nice()
  const path = line<LinePoint>()
    .defined(({ value }) => value !== null)
    .x((point) => x(at(point)))
    .y(({ value }) => y(value ?? 0))
  return (
    <figure>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className={styles.chart}>
        {y
          .ticks(4)
          .filter(Number.isInteger)
          .map((tick) => (
            <line
              key={tick}
              className={styles.axis}
              x1={edge.left}
              x2={width - edge.right}
              y1={y(tick)}
              y2={y(tick)}
            />
          ))}
        <path className={styles.line} d={path([...points]) ?? ''} />
        {known.map((point) => (
          <circle
            key={point.period}
            className={point.entered ? styles.entered : styles.point}
            cx={x(at(point))}
            cy={y(point.value!)}
            r={6}
          />
        ))}
      </svg>
      <figcaption className={styles.ends}>
        <span>{points[0]?.period}</span>
        <span>{points.at(-1)?.period}</span>
      </figcaption>
    </figure>
  )
}
