import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inlinesOf, type WrittenBlock, type WrittenInline } from './blocks.ts'
import { handwritten, textOf, wordCount } from './plain-text.ts'
import { readText } from './read-text.ts'

/** A text as it was understood, in a line: what each block is, and references in braces. */
function shape(blocks: readonly WrittenBlock[]): string {
  return blocks.map(shapeOf).join(' | ')
}

function shapeOf(block: WrittenBlock): string {
  switch (block.kind) {
    case 'heading':
      return `h${block.depth} ${inline(block.children)}`
    case 'paragraph':
      return inline(block.children)
    case 'list':
      return `${block.ordered ? `list ${block.start}` : 'list'}: ${block.items.map(shape).join(', ')}`
    case 'quote':
      return `quote: ${shape(block.children)}`
    case 'rule':
      return 'rule'
    default:
      return `table {${block.table.name} ${JSON.stringify(block.table.attributes)}}`
  }
}

function inline(children: readonly WrittenInline[]): string {
  return children
    .map((each) => {
      if (each.kind === 'text') return each.text
      if (each.kind === 'figure') return `{${each.figure.name} ${JSON.stringify(each.figure.attributes)}}`
      if (each.kind === 'break') return '/'
      return `${each.kind}(${inline(each.children)})`
    })
    .join('')
}

describe('a chapter’s Markdown', () => {
  const cases: [string, string, string][] = [
    ['headings', '# Ett\n\n## Två\n\n#### Fyra', 'h1 Ett | h2 Två | h3 Fyra'],
    ['weight and slant', 'Vi **ska** och *vill*.', 'Vi strong(ska) och emphasis(vill).'],
    ['a list in order', '3. ett\n4. två', 'list 3: ett, två'],
    ['a list', '- ett\n- två', 'list: ett, två'],
    ['a quotation', '> Så sa de.', 'quote: Så sa de.'],
    ['a line across', 'Före.\n\n---\n\nEfter.', 'Före. | rule | Efter.'],
    ['a new line', 'Ett  \ntvå', 'Ett/två'],
    ['links inside and out', '[beslut](/a) [hit](https://example.org)', 'link(beslut) link(hit)'],
    [
      'a figure',
      'Det kostar :belopp[Tåg]{rad=3f2a9c81 år=2025}.',
      'Det kostar {belopp {"rad":"3f2a9c81","år":"2025"}}.',
    ],
    ['a figure in a list', '- :summa{nämnd=kultur}', 'list: {summa {"nämnd":"kultur"}}'],
    ['a table', '::tabell[Kultur]{nämnd=kultur}', 'table {tabell {"nämnd":"kultur"}}'],
    ['a value in quotation marks', ':siffra{tabell="a b" rad=c}', '{siffra {"tabell":"a b","rad":"c"}}'],
    ['a time of day', 'kl. 15:30', 'kl. 15:30'],
    ['a colon without braces', 'Obs:viktigt', 'Obs:viktigt'],
    ['a colon line without braces', '::tabell', '::tabell'],
    ['a reference shown as code', '`:belopp{rad=a}`', ':belopp{rad=a}'],
    ['a block of code', '```\n:belopp{rad=a}\n```', ':belopp{rad=a}'],
    ['nothing', '', ''],
  ]
  it.each(cases)('has %s', (_name, markdown, expected) => {
    const read = readText(markdown)
    expect(shape(read.blocks)).toBe(expected)
    expect(read.faults).toEqual([])
  })

  const faults: [string, string, string, number, number][] = [
    ['picture', 'Se ![kartan](karta.png).', 'kartan', 1, 4],
    ['html', 'Ett.\n\n<script>x</script>', '<script>x</script>', 3, 1],
    ['html', 'Ett <b>två</b>', '<b>', 1, 5],
    ['link', '[här](javascript:x)', 'javascript:x', 1, 1],
    ['link', '[här](//ond.example)', '//ond.example', 1, 1],
    ['container', ':::ruta\nHej.\n:::', ':::ruta', 1, 1],
  ]
  it.each(faults)('says that a %s is not taken in: %s', (key, markdown, read, line, column) => {
    expect(readText(markdown).faults[0]).toEqual({ key, read, at: { line, column } })
  })

  it('keeps the words of what is not taken in', () => {
    expect(shape(readText('Se ![kartan](karta.png) <b>nu</b>.').blocks)).toBe('Se kartan <b>nu</b>.')
  })

  it('says where a reference stands, as an editor counts', () => {
    const [block] = readText('Rad ett.\n\nVi satsar :belopp{rad=a} på\ntåg och :bas{}.').blocks.slice(1)
    const places = [...inlinesOf([block!])].flatMap(({ inline: each }) =>
      each.kind === 'figure' ? [each.figure.at] : [],
    )
    expect(places).toEqual([
      { line: 3, column: 11 },
      { line: 4, column: 9 },
    ])
  })

  it('never throws, whatever is written', () => {
    const marks = fc.constantFrom(
      '#',
      '*',
      '_',
      '>',
      '-',
      '1.',
      ':',
      '::',
      '[',
      ']',
      '{',
      '}',
      '=',
      '"',
      '`',
      '<',
      '&',
      '\n',
      '\n\n',
      ' ',
      'ord',
      'å',
      '\\',
      '!',
      '\u0000',
    )
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 60 }), (parts) => {
        const { blocks } = readText(parts.join(''))
        expect(typeof handwritten(parts.join(''))).toBe('string')
        expect(wordCount(blocks)).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['quotations', `${'> '.repeat(20_000)}ord\n\n${'*'.repeat(2_000)}x${'- '.repeat(2_000)}`],
    ['containers', `${':::a\n'.repeat(8_000)}ord`],
    ['emphasis', `ord${'**a'.repeat(40_000)}`],
  ])('is read in a moment even when its marks are nested without end: %s', (_, deep) => {
    const started = performance.now()
    expect(textOf(readText(deep).blocks, () => '')).toContain('ord')
    expect(performance.now() - started).toBeLessThan(3_000)
  })
})

describe('plain words', () => {
  it('leave a gap where the text refers to the data', () => {
    expect(handwritten('Vi satsar :belopp[40 mnkr]{rad=a} på tåg.')).toBe('Vi satsar … på tåg.')
  })

  const counts: [string, number][] = [
    ['Vi satsar :belopp{rad=a} på tåg.', 5],
    ['Skärgårds-båtar kl. 15:30', 3],
    ['## Rubrik\n\n- ett\n- två', 3],
    ['', 0],
  ]
  it.each(counts)('are counted: %s', (markdown, words) => {
    expect(wordCount(readText(markdown).blocks)).toBe(words)
  })
})
