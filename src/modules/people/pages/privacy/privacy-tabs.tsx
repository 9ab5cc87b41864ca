import { useTexts } from '#web/language.tsx'
import { Tabs } from '#web/ui/index.ts'
import { officeTexts } from './office-texts.ts'

const pages = [
  ['erasures', '/people/erasures'],
  ['retention', '/people/retention'],
  ['processing', '/people/processing'],
  ['review', '/people/access-review'],
  ['opened', '/people/opened'],
] as const

/** The office's pages about privacy, beside one another. */
export function PrivacyTabs({ current }: { current: (typeof pages)[number][0] }) {
  const t = useTexts(officeTexts)
  return (
    <Tabs
      label={t('privacy')}
      tabs={pages.map(([key, href]) => ({ href, label: t(key), current: key === current }))}
    />
  )
}
