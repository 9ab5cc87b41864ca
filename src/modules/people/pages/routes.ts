import type { RouteConfigEntry } from '@react-router/dev/routes'
import { personsRoutes } from './persons/routes.ts'
import { importsRoutes } from './imports/routes.ts'
import { duplicatesRoutes } from './duplicates/routes.ts'
import { listsRoutes } from './lists/routes.ts'
import { joiningRoutes } from './joining/routes.ts'
import { privacyRoutes } from './privacy/routes.ts'
import { electionsRoutes } from './elections/routes.ts'
import { growthRoutes } from './growth/routes.ts'
import { postsRoutes } from './posts/routes.ts'
import { registersRoutes } from './registers/routes.ts'
import { skillsRoutes } from './skills/routes.ts'
import { unitUseRoutes } from './use/routes.ts'
import { votingRoutes } from './voting/routes.ts'

/** The register's pages, a folder an area; paths are from the web application's folder. */
export const peopleRoutes: RouteConfigEntry[] = [
  ...personsRoutes,
  ...importsRoutes,
  ...duplicatesRoutes,
  ...listsRoutes,
  ...joiningRoutes,
  ...privacyRoutes,
  ...postsRoutes,
  ...electionsRoutes,
  ...growthRoutes,
  ...registersRoutes,
  ...votingRoutes,
  ...skillsRoutes,
  ...unitUseRoutes,
]
