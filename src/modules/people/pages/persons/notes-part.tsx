import { Moment } from '#web/account/moment.tsx'
import { ChangeButton, ChangeForm } from '#web/change-form.tsx'
import { useTexts } from '#web/language.tsx'
import { Card, Disclosure, TextArea } from '#web/ui/index.ts'
import { problemIn, type PartProps } from './part-shape.ts'
import { personsTexts } from './persons-texts.ts'
import styles from './persons.module.css'

/** What is worth remembering, newest first, and a place to write. The person may read it. */
export function NotesPart({ record, organises, problem }: PartProps & { organises: boolean }) {
  const t = useTexts(personsTexts)
  if (!record.notes) return null
  const own = problemIn(problem, 'note')
  return (
    <Card title={t('notes')} id="notes">
      {record.notes.length === 0 ? <p>{t('notesNone')}</p> : null}
      <ul className={styles.plain}>
        {record.notes.map((note) => (
          <li key={note.id} className={styles.item}>
            <p className={styles.text}>{note.text}</p>
            <span className={styles.between}>
              <span className={styles.soft}>
                {note.writtenByName}, <Moment at={note.writtenAt} />
              </span>
              {organises ? (
                <ChangeButton
                  change="removeNote"
                  about={{ name: 'noteId', value: note.id }}
                  kind="quiet"
                  small
                >
                  {t('removeNote')}
                </ChangeButton>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      {organises ? (
        <Disclosure summary={t('writeNote')} open={own !== undefined}>
          <ChangeForm change="note" button={t('saveNote')}>
            <TextArea
              label={t('note')}
              hint={t('noteHint')}
              name="text"
              rows={4}
              required
              maxLength={5000}
              defaultValue={own?.values['text']}
              error={own?.fields['text']}
            />
          </ChangeForm>
        </Disclosure>
      ) : null}
    </Card>
  )
}
