import { onDay } from '#web/as-of/as-of.ts'
import { useTexts } from '#web/language.tsx'
import type { Visit } from '#web/request-context.ts'
import { Segments } from '#web/ui/index.ts'
import { listRemunerations } from '../../operations/posts/list-remunerations.ts'
import { listUnitHealth } from '../../operations/posts/list-unit-health.ts'
import { exportRegister } from '../../operations/registers/export-register.ts'
import { exportRemunerations } from '../../operations/registers/export-remunerations.ts'
import { listUnitUse } from '../../operations/use/list-unit-use.ts'
import { postsTexts } from './posts-texts.ts'

const ways = [
  'units',
  'chart',
  'bodies',
  'mandates',
  'elections',
  'siblings',
  'remuneration',
  'health',
  'use',
  'registers',
] as const
export type Way = (typeof ways)[number]

const addresses: Record<Way, string> = {
  units: '/organisation',
  chart: '/organisation/chart',
  bodies: '/organisation/bodies',
  mandates: '/organisation/mandates',
  elections: '/organisation/elections',
  siblings: '/organisation/siblings',
  remuneration: '/organisation/remuneration',
  health: '/organisation/health',
  use: '/organisation/use',
  registers: '/organisation/registers',
}

/** The parts of the organisation's pages that the visitor may see. */
export function waysOf(visit: Visit): Way[] {
  return ways.filter((way) => {
    if (way === 'remuneration') return visit.may(listRemunerations)
    if (way === 'health') return visit.may(listUnitHealth)
    if (way === 'use') return visit.may(listUnitUse)
    return way !== 'registers' || visit.may(exportRegister) || visit.may(exportRemunerations)
  })
}

/** The way between the pages about the organisation; the day that is read is kept. */
export function OrganisationWays({
  current,
  ways: shown,
  asked,
}: {
  current: Way
  ways: readonly Way[]
  asked: string | null
}) {
  const t = useTexts(postsTexts)
  return (
    <Segments
      label={t('ways')}
      tabs={shown.map((way) => ({
        // Files hold all days.
        href: way === 'registers' ? addresses[way] : onDay(addresses[way], asked),
        label: t(`way.${way}`),
        current: way === current,
      }))}
    />
  )
}
