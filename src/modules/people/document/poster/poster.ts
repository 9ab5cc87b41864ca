import { join } from 'node:path'
import { rendererIn } from '#platform/document/renderer.ts'
import { projectRoot } from '#platform/root.ts'
import type { Language } from '#platform/i18n/languages.ts'

/** What a poster says. */
export type Poster = {
  language: Language
  organisation: string
  unit: string
  title: string
  lead: string
  /** The code as a picture (SVG), and what it is called for those who do not see it. */
  code: string
  alt: string
  scan: string
  /** The address as it is typed. */
  link: string
  /** The last day it can be used, in words; empty without one. */
  until: string
  /** The organisation's hue, 0–359. */
  hue: number
  madeAt: Date
}

/** Renders posters in a process of their own. */
export const { render: renderPoster, stop: stopPosters } = rendererIn<Poster>(
  join(projectRoot, 'src/modules/people/document/poster/poster-process.ts'),
)
