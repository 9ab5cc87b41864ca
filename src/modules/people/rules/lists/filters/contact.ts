import { z } from 'zod'
import { contactKinds } from '../../contact.ts'
import { filterRule } from '../filter.ts'

/** Can be reached in a way. */
export const contactRule = filterRule({
  name: 'contact',
  part: 'contact',
  input: z.strictObject({ way: z.enum(contactKinds) }),
  fields: [{ name: 'way', as: 'choice', options: contactKinds }],
  phrase: ({ way }) => ({ key: `say.contact.${way}`, params: {} }),
  holds: ({ way }, { contacts }) => contacts.some(({ kind }) => kind === way),
})
