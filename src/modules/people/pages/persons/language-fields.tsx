import { languageCode, languageName } from '#platform/i18n/language-name.ts'
import type { Language } from '#platform/i18n/languages.ts'
import { Problem } from '#platform/operations/problem.ts'
import { useLanguage, useTexts } from '#web/language.tsx'
import { Choice, ChoiceGroup, TextField } from '#web/ui/index.ts'
import { commonLanguages } from '../../rules/persons/languages.ts'
import { personsTexts } from './persons-texts.ts'
import styles from './persons.module.css'

/** Which languages somebody speaks: the common ones to tick, by their names; others written by name. */
export function LanguageFields({
  spoken,
  values,
  error,
}: {
  spoken: readonly string[]
  /** What was sent, when it is to be shown again. */
  values?: Record<string, string> | undefined
  error?: string | undefined
}) {
  const t = useTexts(personsTexts)
  const language = useLanguage()
  const others = spoken
    .filter((code) => !commonLanguages.includes(code))
    .map((code) => languageName(code, language))
  return (
    <>
      <ChoiceGroup legend={t('languages')}>
        <div className={styles.choices}>
          {inOrder(language).map(({ code, name }) => (
            <Choice
              key={code}
              label={name}
              name={`speaks.${code}`}
              defaultChecked={values ? values[`speaks.${code}`] !== undefined : spoken.includes(code)}
            />
          ))}
        </div>
      </ChoiceGroup>
      <TextField
        label={t('otherLanguages')}
        optional={t('optional')}
        hint={t('otherLanguagesHint')}
        name="otherLanguages"
        maxLength={400}
        defaultValue={values?.['otherLanguages'] ?? others.join(', ')}
        error={error}
      />
    </>
  )
}

/**
 * The codes of the languages that were ticked or written.
 * @param kept those the record has: one that no list knows may stay
 * @throws {Problem} invalidInput for a word that is no language
 */
export function readLanguages(form: FormData, kept: readonly string[] = []): string[] {
  const ticked = commonLanguages.filter((code) => form.has(`speaks.${code}`))
  const words = String(form.get('otherLanguages') ?? '')
    .split(/[,;\n]/)
    .map((word) => word.trim())
    .filter(Boolean)
  const written = words.map((word) => {
    const code = kept.includes(word) ? word : languageCode(word)
    if (code !== null) return code
    throw new Problem('invalidInput', {
      issues: [{ path: ['otherLanguages'], message: 'person.noLanguage', params: { word } }],
    })
  })
  return [...new Set([...ticked, ...written])]
}

/** Those offered before others, as the reader calls them and puts them in order. */
function inOrder(language: Language) {
  return commonLanguages
    .map((code) => ({ code, name: languageName(code, language) }))
    .toSorted((one, other) => one.name.localeCompare(other.name, language))
}
