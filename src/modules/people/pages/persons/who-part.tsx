import { ChangeButton } from '#web/change-form.tsx'
import { useLanguage, useTexts } from '#web/language.tsx'
import { Card, FactList } from '#web/ui/index.ts'
import { languageName } from '#platform/i18n/language-name.ts'
import type { ShownRecord } from './part-shape.ts'
import { personsTexts } from './persons-texts.ts'

/** Who somebody is: day of birth, languages, what to think of. The personal number is shown whole on request alone. */
export function WhoPart({
  record,
  keeps,
  revealed = null,
}: {
  record: ShownRecord
  keeps: boolean
  revealed?: string | null
}) {
  const t = useTexts(personsTexts)
  const language = useLanguage()
  const facts = [
    { label: t('homeUnit'), value: record.homeUnit.name },
    ...(record.birthDate ? [{ label: t('birthDate'), value: record.birthDate }] : []),
    ...(record.personalNumber
      ? [{ label: t('personalNumber'), value: revealed ?? record.personalNumber }]
      : []),
    { label: t('language'), value: t(`language.${record.language}`) },
    ...(record.languages.length > 0
      ? [
          {
            label: t('languages'),
            value: record.languages.map((each) => languageName(each, language)).join(', '),
          },
        ]
      : []),
    ...(record.accessibility ? [{ label: t('accessibility'), value: record.accessibility }] : []),
  ]
  return (
    <Card title={t('who')}>
      <FactList facts={facts} />
      {keeps && record.personalNumber && !revealed ? (
        <ChangeButton change="reveal" kind="quiet" small>
          {t('reveal')}
        </ChangeButton>
      ) : null}
    </Card>
  )
}
