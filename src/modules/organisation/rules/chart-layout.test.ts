import { expect, it } from 'vitest'
import { chartLayout, chartMeasures } from './chart-layout.ts'
import type { TreeUnit } from './unit-tree.ts'

const unit = (id: string, parentId: string | null, depth: number): TreeUnit => ({
  id,
  parentId,
  name: id,
  kind: 'association',
  slug: id,
  validFrom: '2025-01-01',
  validTo: null,
  depth,
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
  for (const box of boxes) expect(box.y + chartMeasures.height).toBeLessThan(height)
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
