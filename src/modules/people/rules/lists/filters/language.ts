import { z } from 'zod'
import { filterRule } from '../filter.ts'

/** Is written to in a language of ours, or speaks some language (as a code: `fi`, `ar`). */
export const languageRule = filterRule({
  name: 'language',
  part: null,
  input: z
    .strictObject({
      writtenTo: z.enum(['sv', 'en']).optional(),
      speaks: z
        .string()
        .trim()
        .toLowerCase()
        .regex(/^[a-z]{2,3}$/, 'list.languageCode')
        .optional(),
    })
    .refine(({ writtenTo, speaks }) => writtenTo !== undefined || speaks !== undefined, {
      error: 'list.oneOfTwo',
      path: ['writtenTo'],
    }),
  fields: [
    { name: 'writtenTo', as: 'choice', options: ['', 'sv', 'en'] },
    { name: 'speaks', as: 'language' },
  ],
  phrase: ({ writtenTo, speaks }) => ({
    key: !writtenTo ? 'say.speaks' : speaks ? 'say.languages' : 'say.writtenTo',
    params: {
      writtenTo: writtenTo ? { oneOf: [`filter.language.writtenTo.${writtenTo}`] } : '',
      speaks: speaks ? { language: speaks } : '',
    },
  }),
  holds: ({ writtenTo, speaks }, { language, languages }) =>
    (writtenTo === undefined || language === writtenTo) &&
    (speaks === undefined || languages.includes(speaks)),
})
