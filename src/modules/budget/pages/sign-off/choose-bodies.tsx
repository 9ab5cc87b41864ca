import type { FormProblem } from '#web/page-problem.ts'
import { useTexts } from '#web/language.tsx'
import {
  Button,
  Card,
  Choice,
  ChoiceGroup,
  Disclosure,
  Row,
  SelectField,
  Stack,
  TextField,
} from '#web/ui/index.ts'
import type { Body, SignOffBody, Unit } from './sign-off-shown.ts'
import { signOffTexts } from './sign-off-texts.ts'

/** The kinds of bodies that are offered; an organisation may have others, made elsewhere. */
const kinds = ['board', 'councilGroup', 'presidium', 'committee', 'annualMeeting', 'network'] as const

/** Chooses the bodies that must anchor the version among the organisation's, or makes one. */
export function ChooseBodies({
  chosen,
  bodies,
  units,
  problem,
}: {
  chosen: readonly SignOffBody[]
  bodies: readonly Body[]
  units: readonly Unit[]
  problem: FormProblem | undefined
}) {
  const t = useTexts(signOffTexts)
  const written = problem?.values['intent'] === 'create' ? problem : undefined
  const isChosen = (id: string) => chosen.some((body) => body.bodyId === id)
  return (
    <Card title={t('choose.title')}>
      {bodies.length === 0 ? (
        <p>{t('choose.none')}</p>
      ) : (
        <form method="post">
          <Stack>
            <ChoiceGroup legend={t('choose.legend')}>
              {bodies.map((body) => (
                <Choice
                  key={body.id}
                  name="bodyId"
                  value={body.id}
                  label={body.name}
                  defaultChecked={isChosen(body.id)}
                />
              ))}
            </ChoiceGroup>
            <Row>
              <Button name="intent" value="choose">
                {t('choose.save')}
              </Button>
            </Row>
          </Stack>
        </form>
      )}
      {units.length > 0 ? (
        <Disclosure summary={t('create.title')} open={bodies.length === 0 || written !== undefined}>
          <form method="post">
            <Stack>
              <p>{t('create.text')}</p>
              <TextField
                label={t('create.name')}
                name="name"
                required
                maxLength={200}
                defaultValue={written?.values['name']}
                error={written?.fields['name']}
              />
              <SelectField
                label={t('create.kind')}
                name="kind"
                defaultValue={written?.values['kind'] ?? 'board'}
                options={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
              />
              <SelectField
                label={t('create.unit')}
                name="unitId"
                defaultValue={written?.values['unitId']}
                options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
              />
              <Row>
                <Button name="intent" value="create">
                  {t('create.save')}
                </Button>
              </Row>
            </Stack>
          </form>
        </Disclosure>
      ) : null}
    </Card>
  )
}
