import { onDay } from '#web/as-of/as-of.ts'
import { useTexts } from '#web/language.tsx'
import { Tabs } from '#web/ui/index.ts'
import { waysTexts } from './ways-texts.ts'
import type { Way } from './ways.ts'

const addresses: Record<Way, string> = {
  units: '/organisation',
  chart: '/organisation/chart',
  bodies: '/organisation/bodies',
  mandates: '/organisation/mandates',
  elections: '/organisation/elections',
  siblings: '/organisation/siblings',
  priorities: '/organisation/priorities',
  anchoring: '/organisation/anchoring',
  documents: '/organisation/documents',
  affiliates: '/organisation/affiliates',
  venues: '/organisation/venues',
  remuneration: '/organisation/remuneration',
  health: '/organisation/health',
  use: '/organisation/use',
  registers: '/organisation/registers',
  kinds: '/organisation/kinds',
}

/** The way between the pages about the organisation, whichever module shows them; the day that is read is kept. */
export function OrganisationWays({
  current,
  ways,
  asked,
}: {
  current: Way
  ways: readonly Way[]
  asked: string | null
}) {
  const t = useTexts(waysTexts)
  return (
    <Tabs
      label={t('ways')}
      tabs={ways.map((way) => ({
        // Files hold all days.
        href: way === 'registers' ? addresses[way] : onDay(addresses[way], asked),
        label: t(`way.${way}`),
        current: way === current,
      }))}
    />
  )
}
