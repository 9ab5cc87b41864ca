import { data, redirect } from 'react-router'
import { roles } from '#platform/access/roles.ts'
import { backOf, leadOn, readerOf } from '../reader.ts'
import type { Route } from './+types/role'

/** Becomes the invented person who has a role in the demo. In a real organisation there is no such address. */
export async function action({ request, context }: Route.ActionArgs) {
  const { visit, pages, headers } = readerOf({ request, context })
  if (!visit.demo) throw data({ code: 'notFound' }, { status: 404 })
  const form = await request.formData()
  const role = roles.find((each) => each === form.get('role'))
  const entered = role ? await pages.enterDemo(visit, headers, role) : null
  if (!entered) throw data({ code: 'notFound' }, { status: 404 })
  return leadOn(backOf(form), entered.cookies)
}

/** The address has nothing to show by itself. */
export function loader() {
  return redirect('/')
}
