import type { FormProblem } from '#web/page-problem.ts'
import { useTexts } from '#web/language.tsx'
import {
  Button,
  Card,
  Choice,
  ChoiceGroup,
  Row,
  SelectField,
  Stack,
  TextArea,
  TextField,
} from '#web/ui/index.ts'
import type { SignOffBody } from './sign-off-shown.ts'
import { signOffTexts } from './sign-off-texts.ts'

/** Records what a body decided: which, what, when, and where it is written. */
export function RecordDecision({
  bodies,
  today,
  problem,
}: {
  bodies: readonly SignOffBody[]
  today: string
  problem: FormProblem | undefined
}) {
  const t = useTexts(signOffTexts)
  const written = problem?.values['intent'] === 'record' ? problem : undefined
  const waiting = bodies.find((body) => body.state !== 'approved') ?? bodies[0]
  const decision = written?.values['decision'] ?? 'approved'
  return (
    <Card title={t('record.title')}>
      <form method="post">
        <Stack>
          <SelectField
            label={t('record.body')}
            name="bodyId"
            defaultValue={written?.values['bodyId'] ?? waiting?.bodyId}
            options={bodies.map((body) => ({ value: body.bodyId, label: body.name }))}
          />
          <ChoiceGroup legend={t('record.decision')}>
            {(['approved', 'returned'] as const).map((each) => (
              <Choice
                key={each}
                type="radio"
                name="decision"
                value={each}
                label={t(`record.${each}`)}
                defaultChecked={decision === each}
              />
            ))}
          </ChoiceGroup>
          <TextField
            label={t('record.on')}
            type="date"
            name="decidedOn"
            required
            max={today}
            defaultValue={written?.values['decidedOn'] ?? today}
            error={written?.fields['decidedOn']}
          />
          <TextField
            label={t('record.reference')}
            hint={t('record.reference.hint')}
            optional={t('optional')}
            name="reference"
            maxLength={200}
            defaultValue={written?.values['reference']}
          />
          <TextArea
            label={t('record.note')}
            hint={t('record.note.hint')}
            optional={t('optional')}
            name="note"
            maxLength={2000}
            rows={3}
            defaultValue={written?.values['note']}
          />
          <p>{t('record.holds')}</p>
          <Row>
            <Button kind="primary" name="intent" value="record">
              {t('record.save')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Card>
  )
}
