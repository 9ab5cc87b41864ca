import type { Figure } from '../../../document/model/document.ts'
import styles from '../public.module.css'

/** A printed figure that leads to where it comes from; nothing for a blank. */
export function FigureLink({ figure, href }: { figure: Figure | null; href: string | null }) {
  if (figure === null || figure.value === null) return null
  return href === null ? (
    <span>{figure.printed}</span>
  ) : (
    <a href={href} className={styles.figure}>
      {figure.printed}
    </a>
  )
}

/** A figure's value for the length of a bar; 0 for a blank. */
export function barValue(figure: Figure | null | undefined): number {
  return Number(figure?.value ?? 0)
}

/** With a plus before what is above 0, for what is a difference. */
export function signed(figure: Figure): Figure {
  return Number(figure.value) > 0 && !figure.printed.startsWith('+')
    ? { ...figure, printed: `+${figure.printed}` }
    : figure
}
