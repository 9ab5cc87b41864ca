import { useLanguage, useTexts } from '#web/language.tsx'
import type { FormProblem } from '#web/page-problem.ts'
import {
  Button,
  Choice,
  ChoiceGroup,
  Notice,
  SelectField,
  Stack,
  TextArea,
  TextField,
} from '#web/ui/index.ts'
import type { z } from 'zod'
import type { getJoinPage } from '../../../operations/joining/get-join-page.ts'
import { countryCodes } from '../../../rules/joining/countries.ts'
import { joinTexts } from './public-texts.ts'
import styles from './public.module.css'

type Page = z.output<typeof getJoinPage.output>

/** Everything a join page asks, filled in as it was when something has to be written again. */
export function JoinForm({
  page,
  by,
  problem,
}: {
  page: Page
  by: string
  problem: FormProblem | undefined
}) {
  const t = useTexts(joinTexts)
  const language = useLanguage()
  const written = (name: string) => ({
    name,
    defaultValue: problem?.values[name] ?? '',
    error: problem?.fields[name],
  })
  const minutes = Math.max(1, Math.ceil(Number(problem?.facts['retryAfter'] ?? 60) / 60))
  return (
    <form method="post">
      <Stack>
        {problem ? (
          <Notice tone="bad" title={problem.title} live>
            <p>{problem.code === 'tooMany' ? t('tooMany', { minutes }) : problem.detail}</p>
          </Notice>
        ) : null}
        <input type="hidden" name="by" value={problem?.values['by'] ?? by} />
        <div className={styles.trap} aria-hidden="true">
          <label>
            {t('trap')}
            <input name="website" tabIndex={-1} autoComplete="off" />
          </label>
        </div>
        <div className={styles.two}>
          <TextField
            label={t('givenName')}
            {...written('givenName')}
            autoComplete="given-name"
            required
            maxLength={200}
          />
          <TextField
            label={t('familyName')}
            {...written('familyName')}
            autoComplete="family-name"
            required
            maxLength={200}
          />
        </div>
        <TextField
          label={t('email')}
          hint={t('emailHint')}
          {...written('email')}
          type="email"
          autoComplete="email"
          required
          maxLength={254}
        />
        <TextField
          label={t('phone')}
          optional={t('optional')}
          {...written('phone')}
          type="tel"
          autoComplete="tel"
          maxLength={40}
        />
        <TextField
          label={t('street')}
          {...written('street')}
          autoComplete="street-address"
          required
          maxLength={200}
        />
        <TextField
          label={t('careOf')}
          optional={t('optional')}
          {...written('careOf')}
          autoComplete="off"
          maxLength={200}
        />
        <div className={styles.place}>
          <TextField
            label={t('postalCode')}
            {...written('postalCode')}
            autoComplete="postal-code"
            maxLength={20}
          />
          <TextField
            label={t('city')}
            {...written('city')}
            autoComplete="address-level2"
            required
            maxLength={100}
          />
        </div>
        <SelectField
          label={t('country')}
          name="country"
          autoComplete="country"
          defaultValue={problem?.values['country'] ?? 'SE'}
          error={problem?.fields['country']}
          options={countries(language)}
        />
        <TextField
          label={t('birthDate')}
          optional={t('optional')}
          {...written('birthDate')}
          type="date"
          autoComplete="bday"
        />
        <Home
          page={page}
          chosen={problem?.values['homeUnitId'] ?? ''}
          error={problem?.fields['homeUnitId']}
        />
        {page.wordings.length > 0 ? (
          <ChoiceGroup legend={t('consents')} hint={t('consentsHint')}>
            {page.wordings.map((wording) => (
              <Choice
                key={wording.id}
                name="wording"
                value={wording.id}
                label={language === 'sv' ? wording.swedish : wording.english}
              />
            ))}
          </ChoiceGroup>
        ) : null}
        <TextArea
          label={t('message')}
          optional={t('optional')}
          {...written('message')}
          rows={3}
          maxLength={2000}
        />
        <p className={styles.soft}>{t('privacy')}</p>
        <p>
          <Button kind="primary">{t('submit')}</Button>
        </p>
      </Stack>
    </form>
  )
}

/** Where the joiner comes to: chosen here, or told. */
function Home({ page, chosen, error }: { page: Page; chosen: string; error: string | undefined }) {
  const t = useTexts(joinTexts)
  const also = page.extraUnitName ? t('home.also', { unit: page.extraUnitName }) : ''
  if (page.home !== 'chosen') {
    const said = page.home === 'set' ? t('home.set', { unit: page.homeUnitName }) : t('home.postalCode')
    return (
      <p className={styles.soft}>
        {said} {also}
      </p>
    )
  }
  const least = Math.min(...page.units.map(({ depth }) => depth))
  return (
    <SelectField
      label={t('home')}
      hint={also || undefined}
      name="homeUnitId"
      defaultValue={chosen}
      error={error}
      options={[
        { value: '', label: t('home.unknown') },
        ...page.units.map(({ id, name, depth }) => ({
          value: id,
          label: `${'\u2003'.repeat(depth - least)}${name}`,
        })),
      ]}
    />
  )
}

/** How many of the codes stand first whatever they are called: those most joiners live in. */
const neighbours = 5

function countries(language: 'sv' | 'en') {
  const names = new Intl.DisplayNames([language], { type: 'region' })
  const collator = new Intl.Collator(language)
  const options = countryCodes.map((value) => ({ value, label: names.of(value) ?? value }))
  return [
    ...options.slice(0, neighbours),
    ...options.slice(neighbours).sort((one, other) => collator.compare(one.label, other.label)),
  ]
}
