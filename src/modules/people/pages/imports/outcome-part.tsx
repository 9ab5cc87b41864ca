import type { z } from 'zod'
import { useLanguage, useTexts } from '#web/language.tsx'
import { Button, ButtonLink, Card, Facts, Notice, Row, Stack } from '#web/ui/index.ts'
import { importWords } from '../../messages/import-words.ts'
import type { getPeopleImport } from '../../operations/imports/get-people-import.ts'
import { reasonsInWords } from '../../operations/imports/reasons-in-words.ts'
import { importTexts } from './import-texts.ts'
import { moment } from './moment.ts'
import { ReasonsTable } from './row-tables.tsx'

type Seen = z.output<typeof getPeopleImport.output>

const counted = ['created', 'changed', 'skipped', 'refused'] as const

/** What came of an import that has been carried out, and the way back. */
export function OutcomePart({ run, refused, kept, mayUndo }: Omit<Seen, 'share'>) {
  const t = useTexts(importTexts)
  const words = useTexts(importWords)
  const language = useLanguage()
  const counts = run.counts!
  const nothing = counts.created + counts.changed === 0
  return (
    <>
      {run.state === 'undone' && run.undo ? (
        <Notice tone={run.undo.kept > 0 ? 'warn' : 'good'} title={t('undone')} live>
          <p>
            {t('undone.text', {
              who: run.undoneBy ?? '',
              when: moment(run.undoneAt!, language),
              ...run.undo,
            })}
          </p>
        </Notice>
      ) : (
        <Notice tone={nothing ? 'info' : 'good'} live>
          <p>
            {nothing && counts.refused === 0
              ? t('unchanged.text')
              : t('imported.text', { who: run.finishedBy ?? '', when: moment(run.finishedAt!, language) })}
          </p>
        </Notice>
      )}
      {kept.length > 0 ? (
        <Card title={t('kept.title', { count: run.undo?.kept ?? kept.length })}>
          <p>{t('kept.text')}</p>
          <ul>
            {kept.map(({ personId, name }) => (
              <li key={personId}>
                <a href={`/people/${personId}`}>
                  <bdi>{name}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      <Card title={t('outcome')}>
        <Facts
          facts={counted.map((each) => ({
            label: t(`count.${each}`),
            figure: counts[each].toLocaleString(language),
          }))}
        />
        {counts.refused > 0 && refused.length === 0 ? <p>{t('outcome.refusedForgotten')}</p> : null}
        {refused.length > 0 ? (
          <Stack>
            <p>{t('outcome.refused')}</p>
            <ReasonsTable
              label={t('refused.label')}
              rows={refused.map(({ line, reasons }) => ({ line, why: reasonsInWords(words, reasons, []) }))}
              total={counts.refused}
            />
            <Row>
              <ButtonLink href={`/people/import/${run.id}/refused.csv`} download>
                {t('refused.fetch')}
              </ButtonLink>
              <ButtonLink href="/people/import">{t('again')}</ButtonLink>
            </Row>
          </Stack>
        ) : null}
      </Card>
      {mayUndo && !nothing ? (
        <Card title={t('undo')}>
          <p>{t('undo.text')}</p>
          <form method="post">
            <Row>
              <Button name="do" value="undo" kind="danger">
                {t('undo.do')}
              </Button>
            </Row>
          </form>
        </Card>
      ) : null}
    </>
  )
}
