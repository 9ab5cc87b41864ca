import { Segments, Tabs } from '../../ui/index.ts'
import type { Specimens } from '../specimens.tsx'

export const navigationSpecimens = {
  PageHead: (t) => [{ name: 'state.plain', shown: <p>{t('pageHead')}</p> }],
  Tabs: (t) => [
    {
      name: 'state.count',
      shown: (
        <Tabs
          label={t('title')}
          tabs={[
            { href: '#Tabs', label: t('tab.overview'), current: true },
            { href: '#Tabs-2', label: t('tab.workbench'), current: false },
            { href: '#Tabs-3', label: t('tab.findings'), count: 12, current: false },
          ]}
        />
      ),
    },
  ],
  Segments: (t) => [
    {
      name: 'state.plain',
      shown: (
        <Segments
          label={t('view')}
          tabs={[
            { href: '#Segments', label: '2025', current: true },
            { href: '#Segments-2', label: '2026', current: false },
          ]}
        />
      ),
    },
  ],
} satisfies Specimens
