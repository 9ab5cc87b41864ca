import { ChangeForm } from '#web/change-form.tsx'
import { useLanguage, useTexts } from '#web/language.tsx'
import type { FormProblem } from '#web/page-problem.ts'
import { Card, Disclosure, Stack, TextArea, TextField } from '#web/ui/index.ts'
import { problemIn } from './part-shape.ts'
import { personsTexts } from './persons-texts.ts'
import styles from './persons.module.css'

type ShownWording = {
  id: string
  purpose: string
  version: number
  swedish: string
  english: string
  months: number | null
  validFrom: string
  validTo: string | null
}

/** What people are asked to agree to. New words are a new version; those before stay to be read. */
export function WordingSettings({
  wordings,
  mayWord,
  problem,
}: {
  wordings: readonly ShownWording[]
  mayWord: boolean
  problem: FormProblem | undefined
}) {
  const t = useTexts(personsTexts)
  const language = useLanguage()
  return (
    <Card title={t('wordings')} id="wordings">
      <p>{wordings.length === 0 ? t('wordingsNone') : t('wordingsText')}</p>
      <div>
        {wordings.map((wording) => (
          <Disclosure
            key={wording.id}
            summary={t('wordingLine', {
              words: language === 'sv' ? wording.swedish : wording.english,
              version: wording.version,
              from: wording.validFrom,
              to: wording.validTo ?? 'none',
            })}
            open={problemIn(problem, 'wording', { name: 'purpose', value: wording.purpose }) !== undefined}
          >
            <Stack>
              <p className={styles.soft}>{t('wordingPurpose', { purpose: wording.purpose })}</p>
              <p className={styles.text} lang="sv">
                {wording.swedish}
              </p>
              <p className={styles.text} lang="en">
                {wording.english}
              </p>
              {wording.months ? (
                <p className={styles.soft}>{t('holdsFor', { months: wording.months })}</p>
              ) : null}
              {mayWord && wording.validTo === null ? (
                <Disclosure summary={t('newWords')}>
                  <WordingForm wording={wording} problem={problem} />
                </Disclosure>
              ) : null}
            </Stack>
          </Disclosure>
        ))}
        {mayWord ? (
          <Disclosure
            summary={t('newPurpose')}
            open={
              problemIn(problem, 'wording') !== undefined &&
              !wordings.some((each) => each.purpose === problem?.values['purpose'])
            }
          >
            <WordingForm wording={null} problem={problem} />
          </Disclosure>
        ) : null}
      </div>
    </Card>
  )
}

function WordingForm({
  wording,
  problem,
}: {
  wording: ShownWording | null
  problem: FormProblem | undefined
}) {
  const t = useTexts(personsTexts)
  const own = wording
    ? problemIn(problem, 'wording', { name: 'purpose', value: wording.purpose })
    : problemIn(problem, 'wording')
  return (
    <ChangeForm change="wording" button={t('saveWords')}>
      {wording ? (
        <input type="hidden" name="purpose" value={wording.purpose} />
      ) : (
        <TextField
          label={t('purpose')}
          hint={t('purposeHint')}
          name="purpose"
          required
          maxLength={60}
          defaultValue={own?.values['purpose']}
          error={own?.fields['purpose']}
        />
      )}
      <TextArea
        label={t('swedishWords')}
        name="swedish"
        rows={3}
        required
        maxLength={4000}
        lang="sv"
        defaultValue={own?.values['swedish'] ?? wording?.swedish}
        error={own?.fields['swedish']}
      />
      <TextArea
        label={t('englishWords')}
        name="english"
        rows={3}
        required
        maxLength={4000}
        lang="en"
        defaultValue={own?.values['english'] ?? wording?.english}
        error={own?.fields['english']}
      />
      <TextField
        label={t('months')}
        optional={t('monthsOptional')}
        name="months"
        type="number"
        min={1}
        max={240}
        defaultValue={own?.values['months'] ?? wording?.months ?? ''}
        error={own?.fields['months']}
      />
    </ChangeForm>
  )
}
