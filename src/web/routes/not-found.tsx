import { data } from 'react-router'

/** Every address that nothing answers to. */
export function loader() {
  throw data({ code: 'notFound' }, { status: 404 })
}

export default function NotFound() {
  return null
}
