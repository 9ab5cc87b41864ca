import { data, redirect, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import type { z } from 'zod'
import { Problem } from '#platform/operations/problem.ts'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf, type Visit } from '#web/request-context.ts'
import type { DocumentModel } from '../../document/model/document.ts'
import { getPublication } from '../../operations/get-publication.ts'
import { addressesIn, publicationRoot, type Addresses } from './addresses.ts'

type Answer = z.output<typeof getPublication.output>

export type Publication = Extract<Answer, { status: 'published' }>

/** What is not there may be there soon. */
const notKept = { 'cache-control': 'no-cache' }

type Args = Pick<LoaderFunctionArgs, 'context' | 'params'>

export type PublicationPage = {
  visit: Visit
  publication: Publication
  document: DocumentModel
  addresses: Addresses
  /** The edition that the address names; null for the latest, whichever it is. */
  edition: number | null
  /** What stands in the browser's window for a page with this heading. */
  titleOf(heading?: string): string
}

/**
 * For loaders: the published budget that an address names.
 * @throws the page that says it is not there (404) or is withdrawn (410)
 */
export async function publicationOf({ context, params }: Args): Promise<PublicationPage> {
  const visit = visitOf({ context })
  const { organisation = '', slug = '' } = params
  return orProblemPage(
    (async () => {
      const edition = editionIn(params['edition'])
      const publication = await visit.call(getPublication, { slug, ...(edition === null ? {} : { edition }) })
      if (publication.status === 'withdrawn')
        throw data({ withdrawn: publication, organisation } satisfies GoneBody, {
          status: 410,
          headers: notKept,
        })
      const { document } = publication
      return {
        visit,
        publication,
        document,
        addresses: addressesIn(publicationRoot(organisation, slug, edition)),
        edition,
        titleOf: (heading) =>
          [heading, document.title, document.jurisdiction, document.organisation].filter(Boolean).join(' · '),
      } satisfies PublicationPage
    })(),
  )
}

/** What is thrown for an edition that has been withdrawn. */
export type GoneBody = { withdrawn: Extract<Answer, { status: 'withdrawn' }>; organisation: string }

export function isGone(body: unknown): body is GoneBody {
  return typeof body === 'object' && body !== null && 'withdrawn' in body
}

/** The number in the address. Anything else than an edition's number is no address of ours. */
function editionIn(written: string | undefined): number | null {
  if (written === undefined) return null
  if (!/^[1-9]\d{0,5}$/.test(written)) throw new Problem('notFound')
  return Number(written)
}

/**
 * Finds what an address means. What it is called may have changed since somebody wrote the address down; the code at
 * its end has not, so it leads on to the right one.
 * @throws a lasting redirect to the right address, or the page that says it is not there
 */
export function foundByCode<Thing extends { slug: string; code: string }>(
  things: readonly Thing[],
  wanted: string,
  address: (slug: string) => string,
): Thing {
  const exact = things.find((each) => each.slug === wanted)
  if (exact) return exact
  const renamed = things.find((each) => wanted === each.code || wanted.endsWith(`-${each.code}`))
  if (renamed) throw redirect(address(renamed.slug), 301)
  return notThere()
}

/** @throws the page that says it is not there */
export function notThere(): never {
  throw data({ code: 'notFound' }, { status: 404, headers: notKept })
}

/** What stands in the browser's window: what the page's loader calls `pageTitle`. */
export const publicMeta: MetaFunction<() => Promise<{ pageTitle: string }>> = ({ loaderData }) => [
  { title: loaderData?.pageTitle ?? 'Kansli' },
]
