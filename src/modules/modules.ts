import { accessModule } from '#platform/access/index.ts'
import { auditModule } from '#platform/audit/index.ts'
import { filesModule } from '#platform/files/module.ts'
import { mailModule } from '#platform/mail/index.ts'
import type { OperationModule } from '#platform/operations/registry.ts'
import { systemModule } from '#platform/system/index.ts'
import { organisationModule } from './organisation/index.ts'
import { peopleModule } from './people/index.ts'
import { budgetModule } from './budget/index.ts'

/** Every module, in the order their tables depend on each other. */
export const modules: readonly OperationModule[] = [
  organisationModule,
  accessModule,
  auditModule,
  filesModule,
  mailModule,
  systemModule,
  peopleModule,
  budgetModule,
]
