import { useTexts } from '#web/language.tsx'
import { Button, Choice, SelectField } from '#web/ui/index.ts'
import { deepest } from '../../rules/lists/query.ts'
import { isGroup, type DraftStep } from './draft.ts'
import type { ListFormParts } from './list-form.tsx'
import { listTexts } from './lists-texts.ts'
import styles from './lists.module.css'
import { StepFields } from './step-fields.tsx'

type Placed = ListFormParts & { path: readonly number[]; step: DraftStep }

/** A group of steps: whether all of them or any must hold, each step with how many it finds, and one more. */
export function GroupForm(parts: Placed) {
  const { path, step, filters } = parts
  const t = useTexts(listTexts)
  const place = path.join('.')
  const name = place ? `s.${place}` : 's'
  return (
    <div className={styles.group}>
      <SelectField
        label={path.length === 0 ? t('groupKind') : t('innerGroupKind', { place: placeName(path) })}
        name={name}
        defaultValue={step.kind}
        options={[
          { value: 'and', label: t('and') },
          { value: 'or', label: t('or') },
        ]}
      />
      {step.steps.length === 0 ? <p>{path.length === 0 ? t('noSteps') : t('emptyGroup')}</p> : null}
      <ol className={styles.steps}>
        {step.steps.map((each, index) => (
          // Steps have no other name than their place.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <StepForm
              {...parts}
              path={[...path, index]}
              step={each}
              isLast={index === step.steps.length - 1}
            />
          </li>
        ))}
      </ol>
      <div className={styles.add}>
        <SelectField
          label={path.length === 0 ? t('newStep') : t('newStepIn', { place: placeName(path) })}
          name={place ? `add.${place}` : 'add'}
          defaultValue={filters.filters[0]?.name}
          options={[
            ...filters.filters.map((filter) => ({ value: filter.name, label: filter.label })),
            ...(path.length < deepest - 1
              ? [
                  { value: 'or', label: t('newOr') },
                  { value: 'and', label: t('newAnd') },
                ]
              : []),
          ]}
        />
        <Button name="do" value={`add:${place}`}>
          {t('add')}
        </Button>
      </div>
    </div>
  )
}

/** Places are counted from one by people: `2.1`. */
const placeName = (path: readonly number[]) => path.map((index) => index + 1).join('.')

function StepForm(parts: Placed & { isLast: boolean }) {
  const { path, step, filters, preview, isLast } = parts
  const t = useTexts(listTexts)
  const place = path.join('.')
  const number = placeName(path)
  const filter = filters.filters.find((each) => each.name === step.kind)
  const label = isGroup(step.kind) ? t('group') : (filter?.label ?? t('unknownFilter'))
  const counted = preview?.steps.find((each) => each.path.join('.') === place)
  return (
    <fieldset className={styles.step}>
      <legend>
        {number}. {label}
      </legend>
      {isGroup(step.kind) ? (
        <GroupForm {...parts} />
      ) : (
        <>
          <input type="hidden" name={`s.${place}`} value={step.kind} />
          {filter ? <StepFields {...parts} filter={filter} /> : <p>{t('unknownFilterText')}</p>}
        </>
      )}
      <Choice label={t('not')} name={`s.${place}!not`} defaultChecked={step.not} />
      {counted ? (
        <p className={styles.counted}>
          <span>{counted.words}</span>
          <span>
            {t('counted', { alone: counted.alone })} <strong>{t('after', { after: counted.after })}</strong>
          </span>
        </p>
      ) : null}
      <div className={styles.moves}>
        {path.at(-1) === 0 ? null : (
          <Button small kind="quiet" name="do" value={`up:${place}`} aria-label={t('upStep', { number })}>
            {t('up')}
          </Button>
        )}
        {isLast ? null : (
          <Button small kind="quiet" name="do" value={`down:${place}`} aria-label={t('downStep', { number })}>
            {t('down')}
          </Button>
        )}
        <Button
          small
          kind="quiet"
          name="do"
          value={`remove:${place}`}
          aria-label={t('removeStep', { number })}
        >
          {t('remove')}
        </Button>
      </div>
    </fieldset>
  )
}
