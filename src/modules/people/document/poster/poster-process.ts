/** A process of its own that sets posters; it ends with the server. */
import { join } from 'node:path'
import { answerJobs } from '#platform/document/answer-jobs.ts'
import { compileTypst } from '#platform/document/compile-typst.ts'
import { fontNames } from '#platform/document/fonts.ts'
import { hueColour } from '#platform/document/hue-colour.ts'
import { projectRoot } from '#platform/root.ts'
import type { Poster } from './poster.ts'

const folder = join(projectRoot, 'src/modules/people/document/poster')

answerJobs(async ({ hue, madeAt, ...poster }: Poster) =>
  compileTypst({
    folder,
    main: 'poster.typ',
    values: {
      words: {
        ...poster,
        fonts: fontNames,
        accent: hueColour(hue, 0.42, 0.36),
        // Long titles and addresses are still one poster.
        titleSize: poster.title.length > 80 ? 28 : poster.title.length > 36 ? 36 : 46,
        linkSize: poster.link.length > 70 ? 11 : poster.link.length > 50 ? 13 : 16,
      },
    },
    madeAt,
  }),
)
