import { useTexts } from '#web/language.tsx'
import { classes } from '#web/ui/index.ts'
import type { DocumentAssignment } from '../../../document/model/document.ts'
import { usePublication } from '../publication-layout.tsx'
import styles from '../public.module.css'
import { publicTexts } from '../public-texts.ts'

/** What a list says about an assignment. */
export type ShownAssignment = Pick<
  DocumentAssignment,
  'slug' | 'label' | 'number' | 'theme' | 'text' | 'amounts' | 'dueYear' | 'responsible' | 'kind'
>

export function shownAssignment({
  slug,
  label,
  number,
  theme,
  text,
  amounts,
  dueYear,
  responsible,
  kind,
}: DocumentAssignment): ShownAssignment {
  return { slug, label, number, theme, text, amounts, dueYear, responsible, kind }
}

/** Assignments with their numbers; each has a page of its own. */
export function AssignmentList({
  assignments,
  of,
}: {
  assignments: readonly ShownAssignment[]
  /** The body whose list it is: an assignment that it shares says with whom. */
  of: string | null
}) {
  const t = useTexts(publicTexts)
  const { addresses } = usePublication()
  return (
    <ol role="list" className={classes(styles.assignments, of === null && styles.labelled)} lang="sv">
      {assignments.map((each) => {
        const own = each.responsible[0]?.slug === of
        const others = each.responsible.filter((one) => one.slug !== of).map((one) => one.name)
        return (
          <li key={each.slug}>
            <a href={addresses.assignment(each.slug)} className={styles.number}>
              {own ? each.number : each.label}
            </a>
            <span>{each.text}</span>
            <span className={styles.note}>
              {[
                own && others.length > 0 ? t('assignment.with', { names: others.join(', ') }) : '',
                each.amounts,
                each.dueYear === null ? '' : t('assignment.dueBy', { year: String(each.dueYear) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
