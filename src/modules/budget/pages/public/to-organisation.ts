import { redirect, type LoaderFunctionArgs } from 'react-router'
import { visitOf } from '#web/request-context.ts'
import { notThere } from './publication-of.ts'

/** Leads on to what this installation's own organisation has published. */
export function loader({ context }: LoaderFunctionArgs) {
  const { organisation } = visitOf({ context })
  return organisation ? redirect(`/public/${organisation.slug}`) : notThere()
}
