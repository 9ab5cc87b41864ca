import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { LoaderFunctionArgs } from 'react-router'
import { fileAnswer } from '#web/file-answer.ts'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { listUnits } from '../../operations/list-units.ts'
import { chartLayout } from '../../rules/chart-layout.ts'
import { ChartDrawing } from './chart-drawing.tsx'
import { dayAsked } from './day-asked.ts'
import { unitTexts } from './units-texts.ts'

/** The organisation chart as a file to save. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const asked = dayAsked(request)
  const { asOf, units } = await orProblemPage(visit.call(listUnits, asked ? { asOf: asked } : {}))
  const title = `${unitTexts.in(visit.language)('chart')} ${asOf}`
  const drawing = renderToStaticMarkup(createElement(ChartDrawing, { layout: chartLayout(units), title }))
  return fileAnswer(new File([drawing], `organisation-${asOf}.svg`, { type: 'image/svg+xml; charset=utf-8' }))
}
