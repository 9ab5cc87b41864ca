import { useTexts } from '#web/language.tsx'
import type { FormProblem } from '#web/page-problem.ts'
import { Choice, ChoiceGroup, TextArea, TextField } from '#web/ui/index.ts'
import { venueAttributes } from '../../rules/venues/attributes.ts'
import type { VenueFacts } from '../../rules/venues/venue-records.ts'
import { venueTexts } from './venues-texts.ts'
import styles from './venues.module.css'

/** The fields in which premises are described; what somebody wrote before something went wrong stands there again. */
export function VenueFields({
  facts,
  problem,
}: {
  facts: VenueFacts | null
  problem: FormProblem | undefined
}) {
  const t = useTexts(venueTexts)
  const field = (name: Exclude<keyof VenueFacts, 'attributes'>, maxLength: number) => ({
    name,
    maxLength,
    defaultValue: problem?.values[name] ?? String(facts?.[name] ?? ''),
    error: problem?.fields[name],
  })
  const optional = t('optional')
  const has = (attribute: string) =>
    problem
      ? problem.values[`has-${attribute}`] !== undefined
      : facts?.attributes.some((one) => one === attribute)
  return (
    <>
      <TextField label={t('name')} required {...field('name', 200)} />
      <TextField label={t('address')} optional={optional} {...field('address', 300)} />
      <TextField label={t('municipality')} optional={optional} {...field('municipality', 100)} />
      <TextField
        label={t('capacityField')}
        hint={t('capacityHint')}
        inputMode="numeric"
        pattern="[0-9]*"
        numeric
        {...field('capacity', 6)}
      />
      <ChoiceGroup legend={t('attributes')}>
        <div className={styles.choices}>
          {venueAttributes.map((attribute) => (
            <Choice
              key={attribute}
              name={`has-${attribute}`}
              value="yes"
              label={t(`attribute.${attribute}`)}
              defaultChecked={has(attribute)}
            />
          ))}
        </div>
      </ChoiceGroup>
      <TextArea
        label={t('remark')}
        hint={t('remarkHint')}
        optional={optional}
        rows={3}
        {...field('remark', 2000)}
      />
      <TextField label={t('owner')} hint={t('ownerHint')} optional={optional} {...field('ownerName', 200)} />
      <TextField
        label={t('ownerEmail')}
        hint={t('contactHint')}
        optional={optional}
        type="email"
        {...field('ownerEmail', 200)}
      />
      <TextField label={t('ownerPhone')} optional={optional} type="tel" {...field('ownerPhone', 60)} />
      <TextField label={t('cost')} hint={t('costHint')} optional={optional} {...field('costNote', 500)} />
    </>
  )
}
