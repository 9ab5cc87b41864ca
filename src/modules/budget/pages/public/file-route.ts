import { data, type LoaderFunctionArgs } from 'react-router'
import { orProblemPage } from '#web/page-problem.ts'
import { getPublicationFile } from '../../operations/get-publication-file.ts'
import { notThere, publicationOf } from './publication-of.ts'

/** A published file, as it was made; the same bytes for as long as it is published. */
export async function loader(args: LoaderFunctionArgs) {
  const { visit, publication } = await publicationOf(args).catch(plainly)
  const file = publication.files.find((each) => each.name === args.params['name']) ?? notThere()
  const etag = `"${file.sha256.slice(0, 32)}"`
  const headers = {
    etag,
    'cache-control': 'public, max-age=60',
    'content-type': file.mediaType,
    'content-disposition': `attachment; filename="${file.name}"`,
  }
  if (args.request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  const bytes = await orProblemPage(
    visit.call(getPublicationFile, {
      slug: publication.slug,
      edition: publication.edition,
      format: file.format,
    }),
  )
  return new Response(bytes, { headers: { ...headers, 'content-length': String(bytes.size) } })
}

/** A file has no page to say it on. */
function plainly(thrown: unknown): never {
  // A fault is told as one.
  if (thrown instanceof Error) throw thrown
  const { init } = thrown as ReturnType<typeof data>
  throw new Response(null, { status: init?.status ?? 404 })
}
