import type { Nodes, Parents, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { directiveFromMarkdown, type Directives } from 'mdast-util-directive'
import { directive } from 'micromark-extension-directive'
import type { TextPlace, WrittenBlock, WrittenInline, WrittenReference } from './blocks.ts'

/** Something in a text that cannot be used, and where it stands. */
export type TextFault = {
  /** `picture`, `html` and `link` are told here; what a reference points to is found out later. */
  key: 'picture' | 'html' | 'link' | 'container'
  /** What was read. */
  read: string
  at: TextPlace
}

export type ReadText = { blocks: WrittenBlock[]; faults: TextFault[] }

/** Lists and quotations deeper than this are read as running text: nobody writes them, and they cost time. */
const deepest = 12

/**
 * Reads a chapter's Markdown. References to the data are directives (`:name[label]{attribute=value}` in running text,
 * `::name{…}` on a line of their own). Raw HTML and pictures are not taken in: HTML stands as written, so that nothing
 * is silently lost, and both are told as faults. Never throws for what is in the text.
 */
export function readText(markdown: string): ReadText {
  const faults: TextFault[] = []
  const tree = fromMarkdown(calmed(markdown), {
    extensions: [directive()],
    mdastExtensions: [directiveFromMarkdown()],
  })
  return { blocks: blocksOf(tree.children, { markdown, faults, depth: 0 }), faults }
}

type Reading = { markdown: string; faults: TextFault[]; depth: number }

/** More containers in a text, and more marks of emphasis in a paragraph, cost time that grows faster than they do. */
const mostContainers = 4
const mostMarks = 1000

/** Thousands of nested marks are a slip or an attack, never a text; the words stay, and stay where they stood. */
function calmed(markdown: string): string {
  let containers = 0
  return markdown
    .replaceAll(/^(?:[ \t]*>){13,}/gmu, (marks) => '>'.padEnd(marks.length, ' '))
    .replaceAll(/:{3,}/gu, (colons) => (containers++ < mostContainers ? colons : blank(colons)))
    .split(/(\n[ \t]*\n)/u)
    .map(calmedParagraph)
    .join('')
}

function calmedParagraph(paragraphText: string): string {
  let marks = 0
  // A mark with room on both sides begins a line of a list.
  return paragraphText.replaceAll(/(?<=\S)[*_]+|[*_]+(?=\S)/gu, (mark) =>
    marks++ < mostMarks ? mark : blank(mark),
  )
}

function blank(marks: string): string {
  return ' '.repeat(marks.length)
}

function blocksOf(nodes: readonly RootContent[], reading: Reading): WrittenBlock[] {
  return nodes.flatMap((node) => blockOf(node, reading))
}

function blockOf(node: RootContent, reading: Reading): WrittenBlock[] {
  if (reading.depth > deepest) return paragraph([text(sourceOf(node, reading), node)])
  const inside = { ...reading, depth: reading.depth + 1 }
  switch (node.type) {
    case 'heading':
      return [
        {
          kind: 'heading',
          depth: Math.min(3, Math.max(1, node.depth)) as 1 | 2 | 3,
          children: inlinesIn(node, inside),
        },
      ]
    case 'paragraph':
      return paragraph(inlinesIn(node, inside))
    case 'list':
      return [
        {
          kind: 'list',
          ordered: node.ordered === true,
          start: node.start ?? 1,
          items: node.children.map((item) => blocksOf(item.children, inside)),
        },
      ]
    case 'blockquote':
      return [{ kind: 'quote', children: blocksOf(node.children, inside) }]
    case 'thematicBreak':
      return [{ kind: 'rule' }]
    case 'leafDirective': {
      const written = referenceOf(node, reading)
      return written ? [{ kind: 'table', table: written }] : paragraph([text(sourceOf(node, reading), node)])
    }
    case 'containerDirective':
      reading.faults.push({ key: 'container', read: `:::${node.name}`, at: placeOf(node) })
      return blocksOf(node.children, inside)
    case 'code':
      return paragraph([text(node.value, node)])
    case 'html':
      reading.faults.push({ key: 'html', read: short(node.value), at: placeOf(node) })
      return paragraph([text(node.value, node)])
    case 'definition':
      return []
    default:
      return paragraph(inlineOf(node as PhrasingContent, inside))
  }
}

function paragraph(children: WrittenInline[]): WrittenBlock[] {
  return children.length === 0 ? [] : [{ kind: 'paragraph', children }]
}

function inlinesIn(node: Parents, reading: Reading): WrittenInline[] {
  return (node.children as PhrasingContent[]).flatMap((child) => inlineOf(child, reading))
}

function inlineOf(node: PhrasingContent, reading: Reading): WrittenInline[] {
  if (reading.depth > deepest * 2) return [text(sourceOf(node, reading), node)]
  const inside = { ...reading, depth: reading.depth + 1 }
  switch (node.type) {
    case 'text':
      return [text(node.value, node)]
    case 'inlineCode':
      return [text(node.value, node)]
    case 'strong':
      return [{ kind: 'strong', children: inlinesIn(node, inside) }]
    case 'emphasis':
      return [{ kind: 'emphasis', children: inlinesIn(node, inside) }]
    case 'break':
      return [{ kind: 'break' }]
    case 'link': {
      const children = inlinesIn(node, inside)
      if (/^(?:https?:\/\/|mailto:|\/(?!\/))/u.test(node.url))
        return [{ kind: 'link', address: node.url, children }]
      reading.faults.push({ key: 'link', read: short(node.url), at: placeOf(node) })
      return children
    }
    case 'textDirective': {
      const written = referenceOf(node, reading)
      return written ? [{ kind: 'figure', figure: written }] : [text(sourceOf(node, reading), node)]
    }
    case 'image':
    case 'imageReference':
      reading.faults.push({ key: 'picture', read: short(node.alt ?? ''), at: placeOf(node) })
      return [text(node.alt ?? '', node)]
    case 'html':
      reading.faults.push({ key: 'html', read: short(node.value), at: placeOf(node) })
      return [text(node.value, node)]
    default:
      return [text(sourceOf(node, reading), node)]
  }
}

/**
 * The reference a directive writes. Without braces it is none: `kl. 15:30` and `Obs:viktigt` are words like others.
 */
function referenceOf(node: Directives, reading: Reading): WrittenReference | null {
  const source = sourceOf(node, reading)
  if (!source.endsWith('}')) return null
  const attributes: Record<string, string> = {}
  for (const [name, value] of Object.entries(node.attributes ?? {})) attributes[name] = value ?? ''
  return {
    name: node.name,
    label: wordsIn(node),
    attributes,
    source,
    at: placeOf(node),
  }
}

function wordsIn(node: Nodes): string {
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(wordsIn).join('') : ''
}

function text(value: string, node: Nodes): WrittenInline {
  return { kind: 'text', text: value, at: placeOf(node) }
}

function placeOf(node: Nodes): TextPlace {
  const { line = 1, column = 1 } = node.position?.start ?? {}
  return { line, column }
}

function sourceOf(node: Nodes, { markdown }: Reading): string {
  return markdown.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)
}

function short(read: string): string {
  return read.length > 80 ? `${read.slice(0, 79)}…` : read
}
