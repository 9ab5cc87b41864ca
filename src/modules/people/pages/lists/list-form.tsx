import { useTexts } from '#web/language.tsx'
import type { FormProblem } from '#web/page-problem.ts'
import {
  Button,
  Card,
  Choice,
  ChoiceGroup,
  Notice,
  SelectField,
  Stack,
  TextArea,
  TextField,
} from '#web/ui/index.ts'
import type { UnitChoice } from '../persons/reached-units.ts'
import type { Filters, Preview } from './build-list.ts'
import { GroupForm } from './group-form.tsx'
import { listTexts } from './lists-texts.ts'
import styles from './lists.module.css'
import { PreviewTable } from './preview-table.tsx'
import type { WrittenForm } from './written-list.ts'

export type ListFormParts = {
  filters: Filters
  units: readonly UnitChoice[]
  /** The units that a list may belong to. */
  own: readonly UnitChoice[]
  written: WrittenForm
  preview: Preview | null
  problem: FormProblem | null
  isNew?: boolean
  revision?: number
}

/** The whole of a list as one form: each button sends all of it, so that nothing that was written is lost. */
export function ListForm(parts: ListFormParts) {
  const { filters, own, written, preview, problem, isNew = false, revision } = parts
  const t = useTexts(listTexts)
  return (
    <form method="post" action="?asked" className={styles.builder}>
      {/* Enter in any field counts; it neither saves nor removes anything. */}
      <Button name="do" value="count" className={styles.unseen} tabIndex={-1} aria-hidden="true">
        {t('count')}
      </Button>
      {revision === undefined ? null : <input type="hidden" name="revision" value={revision} />}
      <input type="hidden" name="seed" value={written.seed} />
      {problem ? (
        <Notice tone="bad" title={problem.title} live>
          <p>{wholeFault(problem) ?? t('wrongBelow')}</p>
        </Notice>
      ) : null}
      <Card title={t('which')}>
        <p className={styles.soft}>
          {preview ? t('everybody', { count: preview.everybody }) : t('notCounted')}
        </p>
        <GroupForm {...parts} path={[]} step={written.draft} />
        <div className={styles.fields}>
          <SelectField
            label={t('sample')}
            name="sampleBy"
            defaultValue={written.sampleBy}
            options={[
              { value: 'none', label: t('sampleNone') },
              { value: 'number', label: t('sampleNumber') },
              { value: 'percent', label: t('samplePercent') },
            ]}
          />
          <TextField
            label={t('sampleSize')}
            optional={t('sampleSizeHint')}
            name="sampleSize"
            inputMode="numeric"
            maxLength={6}
            defaultValue={written.sampleSize}
            error={problem?.fields['query.sample.size']}
          />
        </div>
      </Card>
      <Card title={t('result')} className={styles.result}>
        {preview ? <PreviewTable preview={preview} /> : <p>{t('notCounted')}</p>}
        <p>
          <Button name="do" value="count">
            {t('count')}
          </Button>
        </p>
      </Card>
      <Card title={t('shown')}>
        <ChoiceGroup legend={t('columns')}>
          <div className={styles.choices}>
            {filters.columns.map(({ key, label }) => (
              <Choice
                key={key}
                label={label}
                name="columns"
                value={key}
                defaultChecked={written.columns.includes(key)}
              />
            ))}
          </div>
        </ChoiceGroup>
        {problem?.fields['columns'] ? <p className={styles.error}>{problem.fields['columns']}</p> : null}
        <div className={styles.fields}>
          <SelectField
            label={t('sorting')}
            name="sorting"
            defaultValue={written.sorting}
            options={filters.sortings}
          />
          <Choice label={t('descending')} name="descending" defaultChecked={written.descending} />
        </div>
      </Card>
      <Card title={t('about')}>
        <Stack className={styles.about}>
          <TextField
            label={t('name')}
            name="name"
            maxLength={120}
            defaultValue={written.name}
            error={problem?.fields['name']}
          />
          <TextArea
            label={t('description')}
            optional={t('optional')}
            name="description"
            rows={2}
            maxLength={1000}
            defaultValue={written.description}
            error={problem?.fields['description']}
          />
          {isNew ? (
            <>
              <SelectField
                label={t('unit')}
                hint={t('unitHint')}
                name="unitId"
                defaultValue={written.unitId}
                options={own}
              />
              <Choice
                label={t('share')}
                hint={t('shareHint')}
                name="shared"
                defaultChecked={written.shared}
              />
            </>
          ) : null}
          <p>
            <Button kind="primary" name="do" value="save">
              {t('save')}
            </Button>
          </p>
        </Stack>
      </Card>
    </form>
  )
}

/** What is wrong with the form as a whole; null when it is said at a field. */
function wholeFault({ fields, detail }: FormProblem): string | null {
  const places = Object.keys(fields)
  if (places.length === 0) return detail
  if (places.some((place) => place !== 'query' && place !== 'query.where')) return null
  return fields['query.where'] ?? fields['query'] ?? null
}
