import type { ReactNode } from 'react'
import { useTexts } from '#web/language.tsx'
import type { FormProblem } from '#web/page-problem.ts'
import { Button, Card, Stack, TextArea, TextField } from '#web/ui/index.ts'
import { registersTexts } from './registers-texts.ts'

/** Hands a file over to be looked at; nothing is read in by it. */
export function FileForm({
  title,
  columns,
  problem,
  children,
}: {
  title: string
  /** Which columns there may be, in words. */
  columns: string
  problem: FormProblem | undefined
  children?: ReactNode
}) {
  const t = useTexts(registersTexts)
  return (
    <Card title={title}>
      <p>{columns}</p>
      <form method="post" encType="multipart/form-data">
        <Stack>
          <TextField
            label={t('chooseFile')}
            hint={t('chooseFileHint')}
            type="file"
            name="file"
            accept=".xlsx,.csv,.tsv,.txt"
            error={problem?.fields['file']}
          />
          <TextArea
            label={t('paste')}
            optional={t('optional')}
            name="pasted"
            rows={3}
            defaultValue={problem?.values['pasted']}
          />
          {children}
          <p>
            <Button kind="primary" name="step" value="look">
              {t('look')}
            </Button>
          </p>
        </Stack>
      </form>
    </Card>
  )
}
