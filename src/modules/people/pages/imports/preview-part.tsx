import type { z } from 'zod'
import { useLanguage, useTexts } from '#web/language.tsx'
import { Button, Card, Facts, Notice, Row } from '#web/ui/index.ts'
import { importWords } from '../../messages/import-words.ts'
import type { previewPeopleImport } from '../../operations/imports/preview-people-import.ts'
import { reasonsInWords } from '../../operations/imports/reasons-in-words.ts'
import { ColumnsForm } from './columns-form.tsx'
import { importTexts } from './import-texts.ts'
import { ChangedTable, CreatedTable, ReasonsTable } from './row-tables.tsx'

export type PreviewSeen = Extract<z.output<typeof previewPeopleImport.output>, { state: 'read' }>

const counted = ['created', 'changed', 'skipped', 'refused'] as const

/** What an import will do, before it does anything. */
export function PreviewPart({ preview }: { preview: PreviewSeen }) {
  const t = useTexts(importTexts)
  const words = useTexts(importWords)
  const language = useLanguage()
  const { counts, run } = preview
  const willDo = counts.created + counts.changed > 0
  const rowsOf = (list: PreviewSeen['refused']) =>
    list.map(({ line, reasons }) => ({ line, why: reasonsInWords(words, reasons, preview.headings) }))
  return (
    <>
      <FileNotices preview={preview} />
      <Card title={t('preview')}>
        <Facts
          facts={counted.map((each) => ({
            label: t(`count.${each}`),
            figure: counts[each].toLocaleString(language),
            note: t(`count.${each}.note`),
          }))}
        />
        {willDo ? (
          <p>{t('preview.nothingYet')}</p>
        ) : (
          <Notice title={counts.refused === counts.rows ? t('preview.allRefused') : t('preview.unchanged')}>
            <p>
              {counts.refused === counts.rows ? t('preview.allRefused.text') : t('preview.unchanged.text')}
            </p>
          </Notice>
        )}
        <form method="post">
          <Row>
            <Button name="do" value="run" kind="primary">
              {willDo ? t('carryOut', { count: counts.created + counts.changed }) : t('carryOut.anyway')}
            </Button>
            <Button name="do" value="cancel" kind="quiet">
              {t('putAside')}
            </Button>
          </Row>
        </form>
      </Card>
      {preview.refused.length > 0 ? (
        <Card title={t('refused.title', { count: counts.refused })}>
          <p>{t('refused.text')}</p>
          <ReasonsTable label={t('refused.label')} rows={rowsOf(preview.refused)} total={counts.refused} />
        </Card>
      ) : null}
      {preview.changed.length > 0 ? (
        <Card title={t('changed.title', { count: counts.changed })}>
          <ChangedTable rows={preview.changed} total={counts.changed} fields={preview.fields} />
        </Card>
      ) : null}
      {preview.created.length > 0 ? (
        <Card title={t('created.title', { count: counts.created })}>
          <CreatedTable rows={preview.created} total={counts.created} />
        </Card>
      ) : null}
      {preview.skipped.length > 0 ? (
        <Card title={t('skipped.title', { count: counts.skipped })}>
          <ReasonsTable label={t('skipped.label')} rows={rowsOf(preview.skipped)} total={counts.skipped} />
        </Card>
      ) : null}
      <Card title={t('columns')} id="columns">
        <ColumnsForm
          headings={preview.headings}
          columns={preview.columns}
          firstRows={preview.firstRows}
          fields={preview.fields}
          existing={run.existing}
          standing={run.standing}
        />
      </Card>
    </>
  )
}

function FileNotices({ preview }: { preview: PreviewSeen }) {
  const t = useTexts(importTexts)
  return (
    <>
      {preview.encoding === 'mixed' ? (
        <Notice tone="warn" title={t('mixed')}>
          <p>{t('mixed.text', { count: preview.otherLineCount, lines: preview.otherLines.join(', ') })}</p>
        </Notice>
      ) : null}
      {preview.repeated.length > 0 ? (
        <Notice tone="warn" title={t('repeated')}>
          <ul>
            {preview.repeated.map(({ heading, columns }) => (
              <li key={heading}>
                {t('repeated.line', {
                  heading,
                  columns: columns.map((column) => column + 1).join(', '),
                })}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {preview.columns.every((meaning) => meaning === 'ignore') ? (
        <Notice tone="bad" title={t('noColumns')}>
          <p>
            {t('noColumns.text')} <a href="#columns">{t('columns')}</a>
          </p>
        </Notice>
      ) : null}
    </>
  )
}
