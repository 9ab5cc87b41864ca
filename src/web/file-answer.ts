/**
 * A file as a download: saved, never shown, and kept by nobody on the way.
 * @param file its name is plain letters, digits, dots and hyphens, as our operations name files
 */
export function fileAnswer(file: File): Response {
  return new Response(file, {
    headers: {
      'content-type': file.type,
      'content-length': String(file.size),
      'content-disposition': `attachment; filename="${file.name}"`,
      'cache-control': 'no-store',
    },
  })
}
