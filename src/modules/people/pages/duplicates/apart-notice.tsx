import { useTexts } from '#web/language.tsx'
import { Notice } from '#web/ui/index.ts'
import type { Remainder } from '../../store/duplicates/unmerge.ts'
import { duplicatesTexts } from './duplicates-texts.ts'

const named = [
  'person',
  'contact',
  'membership',
  'consent',
  'person_tag',
  'field_value',
  'note',
  'event',
  'account_link',
  'engagement',
] as const

/** How it went to take two records apart: exactly, or with what was changed since and stays. */
export function ApartNotice({ remainders }: { remainders: readonly Remainder[] }) {
  const t = useTexts(duplicatesTexts)
  const tableName = (table: string) => {
    const name = table.slice(table.indexOf('.') + 1)
    const known = named.find((each) => each === name)
    return known ? t(`table.${known}`) : t('table.other', { name })
  }
  if (remainders.length === 0) {
    return (
      <Notice tone="good" title={t('apart')} live>
        <p>{t('apartExactly')}</p>
      </Notice>
    )
  }
  return (
    <Notice tone="warn" title={t('apart')} live>
      <p>{t('apartBut')}</p>
      <ul>
        {remainders.map(({ table, outcome, rows }) => (
          <li key={`${table} ${outcome}`}>{t(`remainder.${outcome}`, { table: tableName(table), rows })}</li>
        ))}
      </ul>
    </Notice>
  )
}
