import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { LoaderFunctionArgs } from 'react-router'
import { fileAnswer } from '#web/file-answer.ts'
import { visitOf } from '#web/request-context.ts'
import { chartLayout } from '../../rules/posts/chart-layout.ts'
import { chartAsked } from './chart-asked.ts'
import { ChartDrawing } from './chart-drawing.tsx'
import { postsTexts } from './posts-texts.ts'

/** The organisation chart as a file to save. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const { asOf, tree } = await chartAsked(visit, request)
  const title = `${postsTexts.in(visit.language)('chart')} ${asOf}`
  const drawing = renderToStaticMarkup(createElement(ChartDrawing, { layout: chartLayout(tree), title }))
  return fileAnswer(new File([drawing], `organisation-${asOf}.svg`, { type: 'image/svg+xml; charset=utf-8' }))
}
