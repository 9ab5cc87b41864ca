import { useTexts } from '#web/language.tsx'
import { Button, SelectField, TextField } from '#web/ui/index.ts'
import { shownStandings } from '../../operations/persons/list-persons.ts'
import { personsTexts } from './persons-texts.ts'
import type { UnitChoice } from './reached-units.ts'
import type { RegisterAsked } from './register-page.tsx'
import styles from './persons.module.css'

/** What can be asked of the register: words, unit, standing, tag. An address that can be kept. */
export function RegisterFilters({
  asked,
  units,
  tags,
}: {
  asked: RegisterAsked
  units: readonly UnitChoice[]
  tags: readonly UnitChoice[]
}) {
  const t = useTexts(personsTexts)
  const all = { value: '', label: t('all') }
  return (
    <search>
      <form className={styles.search}>
        <TextField
          label={t('search')}
          hint={t('searchHint')}
          name="words"
          type="search"
          maxLength={200}
          defaultValue={asked.words}
        />
        {units.length > 1 ? (
          <SelectField label={t('unit')} name="unit" defaultValue={asked.unit} options={[all, ...units]} />
        ) : null}
        <SelectField
          label={t('standing')}
          name="standing"
          defaultValue={asked.standing}
          options={[
            all,
            ...shownStandings.map((standing) => ({ value: standing, label: t(`standing.${standing}`) })),
          ]}
        />
        {tags.length > 0 ? (
          <SelectField label={t('tag')} name="tag" defaultValue={asked.tag} options={[all, ...tags]} />
        ) : null}
        <Button>{t('find')}</Button>
      </form>
    </search>
  )
}
