import { chartMeasures, type ChartLayout } from '../../rules/chart-layout.ts'

/**
 * The drawing of an organisation chart. It takes its colour from where it stands: the page's ink, or black in a file.
 * @param address where a unit's box leads; none in a file
 */
export function ChartDrawing({
  layout,
  title,
  address,
}: {
  layout: ChartLayout
  title: string
  address?: (id: string) => string
}) {
  const { width, height, boxes } = layout
  const half = chartMeasures.height / 2
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      {...(address ? { 'aria-label': title, role: 'group' } : {})}
    >
      {address ? null : <title>{title}</title>}
      <g fill="none" stroke="currentColor">
        {boxes.map(({ id, x, y, from }) =>
          from ? (
            <path key={id} d={`M${from.x} ${from.y}H${x - chartMeasures.column / 2}V${y + half}H${x}`} />
          ) : null,
        )}
        {boxes.map((box) => (
          <rect key={box.id} x={box.x} y={box.y} width={box.width} height={chartMeasures.height} rx="6" />
        ))}
      </g>
      <g fill="currentColor" fontSize="15" {...(address ? {} : { fontFamily: 'sans-serif' })}>
        {boxes.map(({ id, name, x, y }) => {
          const label = (
            <text key={id} x={x + chartMeasures.padding} y={y + half + 5}>
              {name}
            </text>
          )
          return address ? (
            <a key={id} href={address(id)}>
              {label}
            </a>
          ) : (
            label
          )
        })}
      </g>
    </svg>
  )
}
