import {
  useId,
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react'
import { classes } from './classes.ts'
import styles from './field.module.css'

export type FieldFrame = {
  label: ReactNode
  /** What to write, said before anything goes wrong. */
  hint?: ReactNode
  /** What went wrong with what was written, and what to do. */
  error?: ReactNode
  /** The word for "optional", when it is; required fields are not marked. */
  optional?: string
}

type Described = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }

/** The frame every field stands in: label above, hint under it, the error where the eye already is. */
function Field({
  label,
  hint,
  error,
  optional,
  children,
}: FieldFrame & { children: (props: Described) => ReactNode }) {
  const id = useId()
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
        {optional ? <span className={styles.optional}> ({optional})</span> : null}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      ) : null}
      {children({
        id,
        ...(described ? { 'aria-describedby': described } : {}),
        ...(error ? { 'aria-invalid': true as const } : {}),
      })}
      {error ? (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      ) : null}
    </div>
  )
}

function frameAndRest<Props extends FieldFrame>(props: Props): [FieldFrame, Omit<Props, keyof FieldFrame>] {
  const { label, hint, error, optional, ...rest } = props
  const frame: FieldFrame = { label, hint, error }
  if (optional) frame.optional = optional
  return [frame, rest]
}

/** One line of text, a number, a date, a password. `numeric` right-aligns it with figures that line up. */
export function TextField({
  numeric,
  ...props
}: FieldFrame & InputHTMLAttributes<HTMLInputElement> & { numeric?: boolean }) {
  const [frame, rest] = frameAndRest(props)
  return (
    <Field {...frame}>
      {(described) => (
        <input className={classes(styles.input, numeric && styles.numeric)} {...rest} {...described} />
      )}
    </Field>
  )
}

/** Several lines of text. */
export function TextArea(props: FieldFrame & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const [frame, rest] = frameAndRest(props)
  return (
    <Field {...frame}>{(described) => <textarea className={styles.input} {...rest} {...described} />}</Field>
  )
}

export type Option = { value: string; label: string; disabled?: boolean }
export type OptionGroup = { group: string; options: readonly Option[] }

/** One of a list that is known beforehand; a long list is easier to read under headings. */
export function SelectField({
  options,
  ...props
}: FieldFrame & SelectHTMLAttributes<HTMLSelectElement> & { options: readonly (Option | OptionGroup)[] }) {
  const [frame, rest] = frameAndRest(props)
  return (
    <Field {...frame}>
      {(described) => (
        <select className={styles.input} {...rest} {...described}>
          {options.map((each) =>
            'group' in each ? (
              <optgroup key={each.group} label={each.group}>
                {each.options.map(optionOf)}
              </optgroup>
            ) : (
              optionOf(each)
            ),
          )}
        </select>
      )}
    </Field>
  )
}

function optionOf(option: Option) {
  return (
    <option key={option.value} value={option.value} disabled={option.disabled}>
      {option.label}
    </option>
  )
}

/** Yes or no, or one or more of several. */
export function Choice({
  label,
  hint,
  type = 'checkbox',
  ...rest
}: { label: ReactNode; hint?: ReactNode; type?: 'checkbox' | 'radio' } & Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'type'
>) {
  const id = useId()
  return (
    <div className={styles.choice}>
      <input id={id} type={type} {...(hint ? { 'aria-describedby': `${id}-hint` } : {})} {...rest} />
      <div>
        <label htmlFor={id}>{label}</label>
        {hint ? (
          <p id={`${id}-hint`} className={styles.hint}>
            {hint}
          </p>
        ) : null}
      </div>
    </div>
  )
}

/** Several choices under one question. */
export function ChoiceGroup({
  legend,
  hint,
  children,
}: {
  legend: ReactNode
  hint?: ReactNode
  children: ReactNode
}) {
  return (
    <fieldset className={styles.field}>
      <legend className={styles.label}>{legend}</legend>
      {hint ? <p className={styles.hint}>{hint}</p> : null}
      {children}
    </fieldset>
  )
}
