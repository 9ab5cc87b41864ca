import { ChangeForm } from '#web/change-form.tsx'
import { useLanguage, useTexts } from '#web/language.tsx'
import { Card, Disclosure, FactList, SelectField, TextArea, TextField } from '#web/ui/index.ts'
import { problemIn, type PartProps } from './part-shape.ts'
import { personsTexts } from './persons-texts.ts'
import { wordingOf, type ShownWording } from './wording-of.ts'

const lists = ['interests', 'skills', 'affiliations'] as const

/** How somebody wants to take part, which is kept while their consent to keep it holds. */
export function EngagementPart({
  record,
  organises,
  wordings,
  problem,
}: PartProps & { organises: boolean; wordings: readonly ShownWording[] }) {
  const t = useTexts(personsTexts)
  const language = useLanguage()
  if (!record.parts.includes('engagement')) return null
  const { engagement } = record
  const own = problemIn(problem, 'engagement')
  const consents = (record.consents ?? []).filter((consent) => consent.withdrawnAt === null)
  return (
    <Card title={t('engagement')} id="engagement">
      {engagement ? (
        <FactList
          facts={[
            ...lists.map((each) => ({ label: t(each), value: engagement[each].join(', ') || t('nothing') })),
            { label: t('availability'), value: engagement.availability || t('nothing') },
            { label: t('visibility'), value: t(`visibility.${engagement.visibility}`) },
          ]}
        />
      ) : (
        <p>{t('engagementNone')}</p>
      )}
      {organises && consents.length > 0 ? (
        <Disclosure summary={t('changeEngagement')} open={own !== undefined}>
          <ChangeForm change="engagement" button={t('save')}>
            <SelectField
              label={t('byConsent')}
              name="consentId"
              defaultValue={own?.values['consentId'] ?? engagement?.consentId}
              options={consents.map((consent) => ({
                value: consent.id,
                label: t('consentLine', {
                  wording: wordingOf(wordings, consent, language),
                  version: consent.version,
                  channel: consent.channel,
                }),
              }))}
            />
            {lists.map((each) => (
              <TextField
                key={each}
                label={t(each)}
                hint={t(`${each}Hint`)}
                name={each}
                maxLength={1000}
                defaultValue={own?.values[each] ?? engagement?.[each].join(', ')}
                error={own?.fields[each]}
              />
            ))}
            <TextArea
              label={t('availability')}
              name="availability"
              rows={2}
              maxLength={1000}
              defaultValue={own?.values['availability'] ?? engagement?.availability}
            />
            <SelectField
              label={t('visibility')}
              name="visibility"
              defaultValue={own?.values['visibility'] ?? engagement?.visibility ?? 'unit'}
              options={[
                { value: 'unit', label: t('visibility.unit') },
                { value: 'district', label: t('visibility.district') },
              ]}
            />
          </ChangeForm>
        </Disclosure>
      ) : null}
      {organises && consents.length === 0 ? <p>{t('engagementConsent')}</p> : null}
    </Card>
  )
}
