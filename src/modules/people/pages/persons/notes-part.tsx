import { Moment } from '#web/account/moment.tsx'
import { useTexts } from '#web/language.tsx'
import { Button, Card, Disclosure, Stack, TextArea } from '#web/ui/index.ts'
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
                <form method="post">
                  <input type="hidden" name="change" value="removeNote" />
                  <input type="hidden" name="noteId" value={note.id} />
                  <Button kind="quiet" small>
                    {t('removeNote')}
                  </Button>
                </form>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      {organises ? (
        <Disclosure summary={t('writeNote')} open={own !== undefined}>
          <form method="post">
            <Stack>
              <input type="hidden" name="change" value="note" />
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
              <p>
                <Button>{t('saveNote')}</Button>
              </p>
            </Stack>
          </form>
        </Disclosure>
      ) : null}
    </Card>
  )
}
