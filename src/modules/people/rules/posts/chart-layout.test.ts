import { expect, it } from 'vitest'
import { chartLayout, chartMeasures, type ChartUnit } from './chart-layout.ts'

const unit = (id: string, parentId: string | null, depth: number, bodies: string[] = []): ChartUnit => ({
  id,
  parentId,
  name: id,
  depth,
  bodies: bodies.map((text) => ({ id: text, text, depth: 0 })),
})

const line = chartMeasures.height + chartMeasures.gap

it.each([
  ['nothing', [], []],
  ['one', [unit('top', null, 0)], ['top 0']],
  [
    'a layer between',
    [
      unit('top', null, 0),
      unit('circle', 'top', 1),
      unit('a', 'circle', 2),
      unit('b', 'circle', 2),
      unit('c', 'top', 1),
    ],
    ['top 0', 'circle 0', 'a 0', 'b 1', 'c 2'],
  ],
])('gives every unit of %s its line', (_, tree, lines) => {
  const { boxes, height } = chartLayout(tree)
  expect(boxes.map((box) => `${box.name} ${(box.y - 1) / line}`)).toEqual(lines)
  for (const box of boxes) expect(box.y + box.height).toBeLessThan(height)
})

it('lets no box cover another, and ties each to the one above it', () => {
  const tree = [
    unit('a long name at the top', null, 0),
    unit('b', 'a long name at the top', 1),
    unit('c', 'b', 2),
  ]
  const { boxes, width } = chartLayout(tree)
  const ends = boxes.map((box) => box.x + box.width)
  const begins = [...boxes.slice(1).map((box) => box.x), width]
  expect(begins.map((begin, index) => begin > ends[index]!)).toEqual([true, true, true])
  const middles = boxes.map((box, index) => ({ x: ends[index], y: box.y + chartMeasures.height / 2 }))
  expect(boxes.map((box) => box.from)).toEqual([null, ...middles.slice(0, -1)])
})

it('draws bodies inside the box of their unit, and keeps two hundred units apart', () => {
  const tree = [
    unit('Distriktet', null, 0, ['Årsmötet', 'Styrelsen · 2 vakanta']),
    ...Array.from({ length: 200 }, (_, index) =>
      unit(`Förening ${index}`, 'Distriktet', 1, index % 3 === 0 ? ['Styrelsen, en lång rad om den'] : []),
    ),
  ]
  const { boxes, width, height } = chartLayout(tree)
  for (const box of boxes) {
    expect(box.x + box.width).toBeLessThan(width)
    expect(box.y + box.height).toBeLessThan(height)
    for (const { text, x, y } of box.bodies) {
      expect(x + text.length * chartMeasures.smallLetter).toBeLessThan(box.x + box.width)
      expect(y + chartMeasures.line).toBeLessThan(box.y + box.height)
    }
  }
  const column = boxes.slice(1)
  for (const [index, box] of column.slice(1).entries()) {
    expect(box.y).toBeGreaterThanOrEqual(column[index]!.y + column[index]!.height + chartMeasures.gap)
  }
})
