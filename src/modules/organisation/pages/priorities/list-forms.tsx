import { PartForm } from '#web/change-form.tsx'
import { useTexts } from '#web/language.tsx'
import type { FormProblem } from '#web/page-problem.ts'
import { Card, SelectField, TextArea, TextField } from '#web/ui/index.ts'
import { priorityTexts } from './priorities-texts.ts'
import styles from './priorities.module.css'

/** What can be changed of a list besides a step up or down, each folded away until it is wanted. */
export function ListForms({
  shown,
  bodies,
  problem,
}: {
  shown: {
    list: { bodyId: string; validTo: string | null }
    priorities: readonly { id: string; rank: number; title: string }[]
  }
  bodies: readonly { id: string; name: string }[]
  problem: FormProblem | undefined
}) {
  const t = useTexts(priorityTexts)
  const { list, priorities } = shown
  const fieldsOf = (change: string) => (name: string, value?: string) => {
    const own = problem?.values['change'] === change ? problem : undefined
    return { name, defaultValue: own?.values[name] ?? value, error: own?.fields[name] }
  }
  const added = fieldsOf('added')
  const adopted = fieldsOf('adopted')
  const ended = fieldsOf('ended')
  return (
    <Card title={t('change')}>
      <PartForm change="added" title={t('add')} problem={problem} open={priorities.length === 0}>
        <TextField
          label={t('priorityTitle')}
          hint={t('priorityTitleHint')}
          required
          maxLength={200}
          {...added('title')}
        />
        <TextArea
          label={t('why')}
          hint={t('whyHint')}
          optional={t('optional')}
          rows={3}
          maxLength={2000}
          {...added('why')}
        />
        <TextField
          label={t('rank')}
          hint={t('rankHint')}
          type="number"
          min={1}
          max={priorities.length + 1}
          {...added('rank')}
        />
        <TextField label={t('changeDay')} optional={t('emptyToday')} type="date" {...added('from')} />
      </PartForm>
      {priorities.length > 2 ? (
        <PartForm change="order" title={t('reorder')} text={t('reorderText')} problem={problem}>
          <ul className={styles.places} role="list">
            {priorities.map(({ id, rank, title }) => (
              <li key={id}>
                <TextField
                  label={t('place', { name: title })}
                  type="number"
                  min={1}
                  max={priorities.length}
                  numeric
                  name={`place-${id}`}
                  defaultValue={rank}
                />
              </li>
            ))}
          </ul>
          <TextField
            label={t('changeDay')}
            optional={t('emptyToday')}
            type="date"
            {...fieldsOf('order')('from')}
          />
        </PartForm>
      ) : null}
      <PartForm change="adopted" title={t('adopt')} problem={problem}>
        <SelectField
          label={t('adoptingBody')}
          options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
          {...adopted('bodyId', list.bodyId)}
        />
        <TextField label={t('adoptDay')} type="date" required {...adopted('day')} />
        <TextField
          label={t('decision')}
          hint={t('decisionHint')}
          optional={t('optional')}
          maxLength={200}
          {...adopted('decision')}
        />
      </PartForm>
      <PartForm change="ended" title={t('end')} text={t('endText')} problem={problem} danger>
        <TextField
          label={t('lastDay')}
          type="date"
          required
          {...ended('lastDay', list.validTo ?? undefined)}
        />
      </PartForm>
    </Card>
  )
}
