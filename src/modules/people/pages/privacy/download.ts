/** A file as an answer that a browser saves, and that nothing on the way keeps. */
export function download(file: File): Response {
  return new Response(file, {
    headers: {
      'content-type': file.type,
      'content-disposition': `attachment; filename="${file.name}"`,
      'cache-control': 'no-store',
    },
  })
}
