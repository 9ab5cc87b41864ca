/**
 * How many bytes of script a page brings or asks for: what stands in it, and 1 for each file or handler it names, so
 * that none is 0 and any is more.
 */
export function scriptBytes(html: string): number {
  const elements = [...html.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script\s*>/gi)]
  const inside = elements.reduce((bytes, [, code = '']) => bytes + Buffer.byteLength(code), 0)
  const files = [...html.matchAll(/<script\b[^>]*\ssrc=|<link\b[^>]*\brel="?modulepreload/gi)].length
  const handlers = [...html.matchAll(/<[a-z][^>]*\son[a-z]+=/gi)].length
  return inside + files + handlers
}
