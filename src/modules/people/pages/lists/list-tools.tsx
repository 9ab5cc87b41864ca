import { useTexts } from '#web/language.tsx'
import { Button, Card, Columns, Notice, Row, SelectField, Stack, TextField } from '#web/ui/index.ts'
import { listTexts } from './lists-texts.ts'
import styles from './lists.module.css'
import type { ListChange } from './change-list.ts'

export type ToolsOf = {
  list: {
    id: string
    kind: 'living' | 'static'
    shared: boolean
    own: boolean
    archived: boolean
    unitName: string
    total: number
  }
  refused: string | null
  purpose: string
  words: string
  found: readonly { id: string; name: string }[] | null
}

/** What can be done with a list: take it out as a file, freeze it, share it, add somebody, put it away. */
export function ListTools({ list, refused, purpose, words, found }: ToolsOf) {
  const t = useTexts(listTexts)
  const { archived, kind, shared, own } = list
  return (
    <Columns>
      <Card title={t('export')} id="export">
        {refused ? (
          <Notice tone="bad" live>
            <p>{refused === 'invalidInput' ? t('exportPurpose') : t('exportRefused')}</p>
          </Notice>
        ) : null}
        <p>{t('exportText')}</p>
        <form method="post" action={`/people/lists/${list.id}/export`}>
          <Stack>
            <TextField
              label={t('purpose')}
              hint={t('purposeHint')}
              name="purpose"
              required
              minLength={5}
              maxLength={200}
              defaultValue={purpose}
            />
            <SelectField
              label={t('format')}
              name="format"
              options={[
                { value: 'csv', label: t('format.csv') },
                { value: 'xlsx', label: t('format.xlsx') },
                { value: 'json', label: t('format.json') },
              ]}
            />
            <p>
              <Button>{t('download', { count: list.total })}</Button>
            </p>
          </Stack>
        </form>
      </Card>
      {kind === 'static' && !archived ? (
        <Card title={t('addPerson')} id="add">
          <search>
            <form action="#add">
              <Stack>
                <TextField
                  label={t('findPerson')}
                  name="words"
                  type="search"
                  maxLength={100}
                  defaultValue={words}
                />
                <p>
                  <Button>{t('find')}</Button>
                </p>
              </Stack>
            </form>
          </search>
          {found?.length === 0 ? <p>{t('foundNobody')}</p> : null}
          {found && found.length > 0 ? (
            <ul className={styles.lists} role="list">
              {found.map(({ id, name }) => (
                <li key={id}>
                  <form method="post">
                    <Row align="between">
                      <input type="hidden" name="change" value="add" />
                      <input type="hidden" name="personId" value={id} />
                      <span>{name}</span>
                      <Button small aria-label={t('addName', { name })}>
                        {t('add')}
                      </Button>
                    </Row>
                  </form>
                </li>
              ))}
            </ul>
          ) : null}
        </Card>
      ) : null}
      <Card title={t('tools')}>
        {archived ? null : (
          <Tool change="freeze" text={kind === 'static' ? t('refreshText') : t('freezeText')}>
            {kind === 'static' ? t('refresh') : t('freeze')}
          </Tool>
        )}
        {archived || (shared && !own) ? null : shared ? (
          <Tool change="unshare" text={t('unshareText')}>
            {t('unshare')}
          </Tool>
        ) : (
          <Tool change="share" text={t('shareText', { unit: list.unitName })}>
            {t('shareList')}
          </Tool>
        )}
        <Tool
          change={archived ? 'unarchive' : 'archive'}
          text={archived ? t('unarchiveText') : t('archiveText')}
        >
          {archived ? t('unarchive') : t('archive')}
        </Tool>
      </Card>
    </Columns>
  )
}

function Tool({ change, text, children }: { change: ListChange; text: string; children: string }) {
  return (
    <form method="post" className={styles.tool}>
      <input type="hidden" name="change" value={change} />
      <p>{text}</p>
      <p>
        <Button small>{children}</Button>
      </p>
    </form>
  )
}
