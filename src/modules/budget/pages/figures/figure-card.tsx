import { FormNotices } from '#web/form-notices.tsx'
import type { FormProblem } from '#web/page-problem.ts'
import { useLanguage, useTexts } from '#web/language.tsx'
import { Button, Card, Disclosure, Notice, Row, Stack, TextArea, TextField } from '#web/ui/index.ts'
import type { ExplanationShown } from '../../operations/explain-figure.ts'
import { printAmount } from '../parts/amount.tsx'
import { dayAndTime } from '../parts/times.ts'
import { editText, showAmount } from '../workbench/cell-text.ts'
import { ExplanationTree } from './explanation-tree.tsx'
import type { RowShown } from './row-page.tsx'
import { rowTexts } from './row-texts.ts'
import styles from './figures.module.css'

type Props = {
  row: RowShown
  cell: RowShown['cells'][number]
  unit: string
  decimals: number
  explanation: ExplanationShown | null
  mayWrite: boolean
  problem: FormProblem | undefined
}

/** One figure of the row: how it came about, and the form that writes another over it. */
export function FigureCard({ row, cell, unit, decimals, explanation, mayWrite, problem }: Props) {
  const t = useTexts(rowTexts)
  return (
    <Card id="figure" className={styles.explanation} title={`${row.label}, ${cell.column.label}`}>
      {explanation ? (
        <Disclosure summary={t('figure.explain')} open>
          <ExplanationTree node={explanation} decimals={decimals} open />
        </Disclosure>
      ) : (
        <p>{row.hasCompiled ? t('figure.notComputed') : t('figure.notCompiled')}</p>
      )}
      {cell.override ? <Override override={cell.override} decimals={decimals} /> : null}
      {cell.override && mayWrite ? (
        <form method="post">
          <input type="hidden" name="column" value={cell.column.key} />
          <Button name="intent" value="withdraw" kind="danger">
            {t('override.withdraw')}
          </Button>
        </form>
      ) : null}
      {row.hasCompiled && mayWrite ? <OverrideForm cell={cell} unit={unit} problem={problem} /> : null}
    </Card>
  )
}

function Override({
  override,
  decimals,
}: {
  override: NonNullable<Props['cell']['override']>
  decimals: number
}) {
  const t = useTexts(rowTexts)
  const language = useLanguage()
  const { by, computed, note } = override
  const facts = {
    by,
    value: showAmount(override.value, decimals) || t('blank'),
    at: dayAndTime(override.at, language),
  }
  return (
    <Notice
      title={
        computed === null
          ? t('override.nowWithout', facts)
          : t('override.now', { ...facts, computed: printAmount(computed, decimals) })
      }
    >
      <p>{note}</p>
    </Notice>
  )
}

function OverrideForm({ cell, unit, problem }: Pick<Props, 'cell' | 'unit' | 'problem'>) {
  const t = useTexts(rowTexts)
  return (
    <Disclosure
      summary={cell.override ? t('override.change') : t('override.title')}
      open={problem !== undefined}
    >
      <form method="post">
        <Stack>
          <FormNotices problem={problem} />
          <p>{t('override.lead')}</p>
          <input type="hidden" name="column" value={cell.column.key} />
          <TextField
            numeric
            required
            size={14}
            inputMode="text"
            name="value"
            label={t('override.value', { unit })}
            hint={t('override.value.hint')}
            defaultValue={problem?.values['value'] ?? editText(cell.override?.value ?? null)}
            error={problem?.fields['value']}
          />
          <TextArea
            required
            rows={3}
            maxLength={1000}
            name="note"
            label={t('override.note')}
            hint={t('override.note.hint')}
            defaultValue={problem?.values['note'] ?? cell.override?.note ?? ''}
            error={problem?.fields['note']}
          />
          <Row>
            <Button name="intent" value="override" kind="primary">
              {t('override.save')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Disclosure>
  )
}
