import type { PostNames } from './post-names.ts'
import type { Remuneration } from './read-remunerations.ts'

type Posts = readonly { id: string; postId: string }[]

/** What a remuneration is paid for: a seat in a body of ours, or a public body. */
export function postNameOf(
  paid: Pick<Remuneration, 'mandateId' | 'roleTermId'>,
  names: PostNames,
  terms: Posts,
  mandates: Posts,
): string {
  if (paid.mandateId) {
    const postId = mandates.find((mandate) => mandate.id === paid.mandateId)?.postId
    return (postId && names.publicBodies.get(postId)) || ''
  }
  const postId = terms.find((term) => term.id === paid.roleTermId)?.postId
  const seat = postId ? names.seats.get(postId) : undefined
  return seat ? [seat.label, names.bodies.get(seat.bodyId)].filter(Boolean).join(', ') : ''
}
