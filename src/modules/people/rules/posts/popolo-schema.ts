import { z } from 'zod'

/**
 * The classes of the Popolo specification that are used here (popoloproject.com: Organization, Post, Membership, Person,
 * Area, Contact Detail), as strictly as it describes them: what it does not know is refused.
 */
const text = z.string().min(1)
/** A day, or no more than its month or year. */
const date = z.string().regex(/^[0-9]{4}(-[0-9]{2}){0,2}$/)
const maybe = <Schema extends z.ZodType>(schema: Schema) => schema.nullish()

export const popoloContactDetail = z.strictObject({
  label: maybe(text),
  type: text,
  value: text,
  note: maybe(text),
  valid_from: maybe(date),
  valid_until: maybe(date),
})
const contactDetails = z.array(popoloContactDetail).optional()
const otherName = z.strictObject({
  name: text,
  start_date: maybe(date),
  end_date: maybe(date),
  note: maybe(text),
})
const identifier = z.strictObject({ identifier: text, scheme: maybe(text) })
const link = z.strictObject({ url: z.url(), note: maybe(text) })

export const popoloOrganization = z.strictObject({
  id: text,
  name: text,
  other_names: z.array(otherName).optional(),
  identifiers: z.array(identifier).optional(),
  classification: maybe(text),
  parent_id: maybe(text),
  area_id: maybe(text),
  abstract: maybe(text),
  description: maybe(text),
  founding_date: maybe(date),
  dissolution_date: maybe(date),
  image: maybe(z.url()),
  contact_details: contactDetails,
  links: z.array(link).optional(),
  sources: z.array(link).optional(),
})

export const popoloPost = z.strictObject({
  id: text,
  label: text,
  other_label: maybe(text),
  role: maybe(text),
  organization_id: text,
  area_id: maybe(text),
  start_date: maybe(date),
  end_date: maybe(date),
  contact_details: contactDetails,
  links: z.array(link).optional(),
  sources: z.array(link).optional(),
})

export const popoloMembership = z.strictObject({
  id: text,
  label: maybe(text),
  role: maybe(text),
  member: maybe(text),
  person_id: text,
  organization_id: text,
  post_id: maybe(text),
  on_behalf_of_id: maybe(text),
  area_id: maybe(text),
  start_date: maybe(date),
  end_date: maybe(date),
  contact_details: contactDetails,
  links: z.array(link).optional(),
  sources: z.array(link).optional(),
})

/** Of persons the specification knows much more. Here a name is all that is ever told. */
export const popoloPerson = z.strictObject({
  id: text,
  name: text,
  given_name: maybe(text),
  family_name: maybe(z.string()),
})

export const popoloArea = z.strictObject({
  id: text,
  name: text,
  identifier: maybe(text),
  classification: maybe(text),
  parent_id: maybe(text),
})

/** A whole file: each thing once, and nothing that points at what is not in it. */
export const popoloFile = z
  .strictObject({
    organizations: z.array(popoloOrganization),
    posts: z.array(popoloPost),
    memberships: z.array(popoloMembership),
    persons: z.array(popoloPerson),
    areas: z.array(popoloArea),
  })
  .superRefine((file, context) => {
    const ids = (rows: readonly { id: string }[], what: string) => {
      const known = new Set(rows.map(({ id }) => id))
      if (known.size < rows.length)
        context.addIssue({ code: 'custom', message: `${what}: the same id twice` })
      return known
    }
    const organizations = ids(file.organizations, 'organizations')
    const posts = ids(file.posts, 'posts')
    const persons = ids(file.persons, 'persons')
    const areas = ids(file.areas, 'areas')
    ids(file.memberships, 'memberships')
    const points = (to: ReadonlySet<string>, id: string | null | undefined, from: string) => {
      if (id && !to.has(id))
        context.addIssue({ code: 'custom', message: `${from} points at ${id}, which is not there` })
    }
    for (const each of file.organizations) {
      points(organizations, each.parent_id, 'parent_id')
      points(areas, each.area_id, 'area_id')
    }
    for (const each of file.posts) points(organizations, each.organization_id, 'organization_id')
    for (const each of file.memberships) {
      points(persons, each.person_id, 'person_id')
      points(organizations, each.organization_id, 'organization_id')
      points(organizations, each.on_behalf_of_id, 'on_behalf_of_id')
      points(posts, each.post_id, 'post_id')
    }
    const named = new Set(file.memberships.map((each) => each.person_id))
    for (const { id } of file.persons) {
      if (!named.has(id)) context.addIssue({ code: 'custom', message: `${id} is named, and holds nothing` })
    }
  })
