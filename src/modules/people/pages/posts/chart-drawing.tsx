import { chartMeasures, type ChartLayout } from '../../rules/posts/chart-layout.ts'

/**
 * The drawing of an organisation chart. It takes its colour from where it stands: the page's ink, or black in a file. On a
 * page it is for the eye and the mouse: the same stands beside it as a list, for everybody else.
 * @param address where a unit's box and a body's line lead; none in a file
 */
export function ChartDrawing({
  layout,
  title,
  address,
}: {
  layout: ChartLayout
  title: string
  address?: { unit: (id: string) => string; body: (id: string) => string }
}) {
  const { width, height, boxes } = layout
  const half = chartMeasures.height / 2
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      {...(address ? { 'aria-hidden': true } : { role: 'img' })}
    >
      {address ? null : <title>{title}</title>}
      <g fill="none" stroke="currentColor">
        {boxes.map(({ id, x, y, from }) =>
          from ? (
            <path key={id} d={`M${from.x} ${from.y}H${x - chartMeasures.column / 2}V${y + half}H${x}`} />
          ) : null,
        )}
        {boxes.map((box) => (
          <rect key={box.id} x={box.x} y={box.y} width={box.width} height={box.height} rx="6" />
        ))}
      </g>
      <g fill="currentColor" {...(address ? {} : { fontFamily: 'sans-serif' })}>
        {boxes.map((box) => [
          <Line
            key={box.id}
            href={address?.unit(box.id)}
            x={box.x + chartMeasures.padding}
            y={box.y + half + 5}
            size={15}
            text={box.name}
          />,
          ...box.bodies.map((body) => (
            <Line
              key={body.id}
              href={address?.body(body.id)}
              x={body.x}
              y={body.y + chartMeasures.line / 2 + 3}
              size={13}
              text={body.text}
            />
          )),
        ])}
      </g>
    </svg>
  )
}

type DrawnLine = { href: string | undefined; x: number; y: number; size: number; text: string }

function Line({ href, x, y, size, text }: DrawnLine) {
  const drawn = (
    <text x={x} y={y} fontSize={size}>
      {text}
    </text>
  )
  return href === undefined ? (
    drawn
  ) : (
    <a href={href} tabIndex={-1}>
      {drawn}
    </a>
  )
}
