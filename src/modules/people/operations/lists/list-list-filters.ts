import { z } from 'zod'
import { readOperation } from '#platform/operations/operation.ts'
import { sentence } from '#platform/operations/sentence.ts'
import { organiserPolicy, organisers } from '../../people-roles.ts'
import { partOfSorting, sortings } from '../../rules/lists/columns.ts'
import { peopleTexts } from '../../messages/people.ts'
import { readChoices } from '../../store/lists/choices.ts'
import { offeredColumns } from '../../store/lists/columns.ts'
import { listFilters } from '../../store/lists/filter-registry.ts'
import { sightFor } from '../../store/lists/sight.ts'
import { offeredColumn } from './shapes.ts'

const option = z.object({ value: z.string(), label: z.string() })

/** What a list can be made of: the filters that the caller may ask by, how each is asked for, and the columns. */
export const listListFilters = readOperation({
  name: 'list-list-filters',
  summary: 'What lists can ask for, which columns they can show and what there is to choose among.',
  route: 'GET /people/list-filters',
  policy: { ...organiserPolicy, reach: 'organisation' },
  input: z.object({}),
  output: z.object({
    filters: z.array(
      z.object({
        name: z.string(),
        label: z.string(),
        fields: z.array(
          z.object({
            name: z.string(),
            label: z.string(),
            as: z.string(),
            optional: z.boolean(),
            options: z.array(option),
          }),
        ),
        /** What its input must look like, as JSON Schema. */
        schema: z.record(z.string(), z.unknown()),
      }),
    ),
    columns: z.array(offeredColumn),
    sortings: z.array(option),
    tags: z.array(option),
    fields: z.array(option),
    lists: z.array(option),
    purposes: z.array(option),
    languages: z.array(option),
    sources: z.array(option),
    campaigns: z.array(option),
    bodies: z.array(option),
    publicBodies: z.array(option),
  }),
  example: () => ({}),
  async run({ db, actor, language }) {
    const sight = sightFor(actor, organisers)
    const t = peopleTexts.in(language)
    return {
      filters: listFilters()
        .filter(({ rule }) => rule.part === null || sight.parts.has(rule.part))
        .map(({ rule, texts }) => {
          const say = (key: string) => sentence(texts, language, key) ?? key
          return {
            name: rule.name,
            label: say(`filter.${rule.name}`),
            fields: rule.fields.map((field) => ({
              name: field.name,
              as: field.as,
              optional: field.optional ?? false,
              label: say(`filter.${rule.name}.${field.name}`),
              options:
                'options' in field
                  ? field.options.map((value) => ({
                      value,
                      label: say(`filter.${rule.name}.${field.name}.${value}`),
                    }))
                  : [],
            })),
            schema: z.toJSONSchema(rule.input, { io: 'input', unrepresentable: 'any' }),
          }
        }),
      columns: await offeredColumns(db, sight, language),
      sortings: sortings
        .filter((sorting) => {
          const part = partOfSorting(sorting)
          return part === null || sight.parts.has(part)
        })
        .map((value) => ({ value, label: t(`column.${value}`) })),
      ...(await readChoices(db, sight, language)),
    }
  },
})
