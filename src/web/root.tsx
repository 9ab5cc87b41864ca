import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  useLoaderData,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from 'react-router'
import type { ReactNode } from 'react'
import './ui/base.css'
import { readHandles } from './handle.ts'
import { LanguageProvider } from './language.tsx'
import { formProblem } from './page-problem.ts'
import { visitOf } from './request-context.ts'
import { shellData } from './shell/shell-data.ts'
import { OfficeShell } from './shell/office-shell.tsx'
import { ProblemPage } from './shell/problem-page.tsx'
import { Notice } from './ui/index.ts'
import type { Route } from './+types/root'

export function loader({ context, request }: Route.LoaderArgs) {
  const visit = visitOf({ context })
  return {
    language: visit.language,
    theme: visit.theme,
    nonce: visit.nonce,
    accentHue: visit.organisation?.accentHue ?? 210,
    shell: shellData(visit, new URL(request.url)),
    refused: visit.refused && formProblem(visit.refused, visit, null, null),
  }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: loaderData?.shell.organisationName ?? 'Kansli' },
]

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root')
  const { scripts } = readHandles(useMatches())
  return (
    <html
      lang={data?.language ?? 'sv'}
      data-theme={data?.theme ?? undefined}
      data-hue={data?.accentHue ?? 210}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        <LanguageProvider language={data?.language ?? 'sv'}>{children}</LanguageProvider>
        {scripts ? <Scripts nonce={data?.nonce} /> : null}
      </body>
    </html>
  )
}

export default function Root() {
  const { shell, refused } = useLoaderData<typeof loader>()
  const { shell: frame } = readHandles(useMatches())
  const page = (
    <>
      {refused ? (
        <Notice tone="bad" title={refused.title} live>
          <p>{refused.detail}</p>
        </Notice>
      ) : null}
      <Outlet />
    </>
  )
  return frame === 'office' ? <OfficeShell shell={shell}>{page}</OfficeShell> : page
}

export function ErrorBoundary() {
  const error = useRouteError()
  const data = useRouteLoaderData<typeof loader>('root')
  const problem = isRouteErrorResponse(error) ? error : null
  const page = <ProblemPage status={problem?.status ?? 500} body={problem?.data} />
  return data ? <OfficeShell shell={data.shell}>{page}</OfficeShell> : page
}
