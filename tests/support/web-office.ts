import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { RouteConfigEntry } from '@react-router/dev/routes'
import { UNSAFE_withComponentProps, type ServerBuild } from 'react-router'
import { createMetrics } from '../../src/platform/http/metrics.ts'
import { PageCache } from '../../src/platform/http/page-cache.ts'
import { projectRoot } from '../../src/platform/root.ts'
import { accountPagesFor } from '../../src/server/account-pages.ts'
import { createListener } from '../../src/server/listener.ts'
import { createRest } from '../../src/server/rest.ts'
import { createSetUpGate } from '../../src/server/set-up-gate.ts'
import { openTestOffice, type TestOffice } from './test-office.ts'
import { Visitor } from './visitor.ts'

/** A whole office that answers over HTTP, pages included, on a port of its own. */
export type WebOffice = TestOffice & {
  /** `http://localhost:12345`, which is also its public address. */
  url: string
  /** The code that would be printed at start; null when the system is in use already. */
  setUpCode: string | null
  /** Somebody with a browser that runs no scripts, at a network address of their own. */
  visitor(): Visitor
  /** Starts the server anew on the same data, as after a restart. */
  restart(): Promise<void>
}

/** Opens an office with its web server; close it in `afterAll`. */
export async function openWebOffice(env: NodeJS.ProcessEnv = {}): Promise<WebOffice> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  // One proxy is believed, so that visitors can say where they are.
  const office = await openTestOffice({ PORT: String(port), KANSLI_PROXIES: '1', ...env })
  const build = await pagesWithoutBundler()
  let server: Server
  let visitors = 0
  const web: WebOffice = {
    ...office,
    url,
    setUpCode: null,
    visitor: () => new Visitor(url, `192.0.2.${++visitors % 250}`),
    async restart() {
      await stop(server)
      await start()
    },
    async close() {
      await stop(server)
      await office.close()
    },
  }
  const start = async () => {
    const { application } = office
    const { gate, code } = await createSetUpGate(application)
    web.setUpCode = code
    const listener = createListener({
      application,
      build,
      pages: new PageCache(),
      metrics: createMetrics(),
      fixed: { application, metrics: createMetrics(), closing: () => false },
      accountPages: accountPagesFor(application, gate),
      rest: createRest(application),
      live: async () => null,
    })
    server = createServer(listener)
    await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve))
  }
  await start()
  return web
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, 'localhost', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}

/**
 * The pages as the server gets them, straight from their sources: the same routes and modules as in the built
 * server, without the files that a browser would load.
 */
async function pagesWithoutBundler(): Promise<ServerBuild> {
  const folder = join(projectRoot, 'src/web')
  const load = (file: string): Promise<Record<string, unknown>> =>
    import(/* @vite-ignore */ join(folder, file))
  // What the bundler's plugin does to a page: gives it its data as properties.
  const page = async (file: string) => {
    const module = await load(file)
    const Page = module['default'] as Parameters<typeof UNSAFE_withComponentProps>[0] | undefined
    return Page ? { ...module, default: UNSAFE_withComponentProps(Page) } : module
  }
  const { default: entries } = (await load('routes.ts')) as unknown as { default: RouteConfigEntry[] }
  const routes: ServerBuild['routes'] = {
    root: { id: 'root', path: '', module: (await page('root.tsx')) as never },
  }
  const add = async (list: readonly RouteConfigEntry[], parentId: string) => {
    for (const { file, path, index, caseSensitive, children } of list) {
      routes[file] = {
        id: file,
        parentId,
        module: await page(file),
        ...(path === undefined ? {} : { path }),
        ...(index === undefined ? {} : { index }),
        ...(caseSensitive === undefined ? {} : { caseSensitive }),
      } as unknown as ServerBuild['routes'][string]
      await add(children ?? [], file)
    }
  }
  await add(entries, 'root')
  const described = Object.values(routes).map((route) => [
    route!.id,
    { id: route!.id, module: '', hasAction: false, hasLoader: true, imports: [], css: [] },
  ])
  return {
    entry: { module: await load('entry.server.tsx') },
    routes,
    assets: {
      entry: { imports: [], module: '' },
      routes: Object.fromEntries(described),
      url: '',
      version: '',
    },
    publicPath: '/',
    assetsBuildDirectory: 'public',
    future: {},
    ssr: true,
    isSpaMode: false,
    prerender: [],
    routeDiscovery: { mode: 'initial', manifestPath: '/__manifest' },
  } as unknown as ServerBuild
}
