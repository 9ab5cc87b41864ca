import type { FormProblem } from '#web/page-problem.ts'
import { useTexts } from '#web/language.tsx'
import { Button, Card, Disclosure, Notice, Row, Stack, Status, TextArea } from '#web/ui/index.ts'
import type { BookLayoutData } from '../book/book-layout.tsx'
import { frameTexts } from '../book/frame-texts.ts'
import type { SignOffBody } from './sign-off-shown.ts'
import { signOffTexts } from './sign-off-texts.ts'

type State = BookLayoutData['book']['versions'][number]['state']

/** Where the version stands in its life, and the steps from there. */
export function StateCard({
  state,
  bodies,
  mayMove,
  problem,
}: {
  state: State
  bodies: readonly SignOffBody[]
  mayMove: boolean
  problem: FormProblem | undefined
}) {
  const t = useTexts(signOffTexts)
  const words = useTexts(frameTexts)
  const missing = bodies.filter((body) => body.state !== 'approved')
  const next = state === 'draft' ? 'ready' : state === 'ready' ? 'adopted' : null
  const changed = bodies.filter((body) => body.state === 'changed')
  return (
    <Card title={t('state.title')}>
      <Row>
        <Status tone={state === 'draft' || state === 'archived' ? 'plain' : 'good'}>
          {words(`state.${state}`)}
        </Status>
        <span>{t(`state.${state}`)}</span>
      </Row>
      {state === 'ready' && changed.length > 0 ? (
        <Notice tone="warn">
          <p>{t('state.changed', { bodies: names(changed) })}</p>
        </Notice>
      ) : null}
      {state === 'draft' && bodies.length === 0 ? <p>{t('state.none')}</p> : null}
      {next && missing.length > 0 ? (
        <p>{t('state.missing', { count: missing.length, bodies: names(missing) })}</p>
      ) : null}
      {mayMove && state !== 'archived' ? (
        <Stack>
          {next && missing.length > 0 ? (
            <Disclosure summary={t(`step.${next}Anyway`)} open={problem?.values['state'] === next}>
              <form method="post">
                <Stack>
                  <TextArea
                    label={t(`state.reason.${next}`)}
                    hint={t('state.reason.hint')}
                    name="overrideReason"
                    required
                    maxLength={2000}
                    rows={2}
                    defaultValue={problem?.values['overrideReason']}
                  />
                  <Row>
                    <Button name="state" value={next}>
                      {t(`step.${next}Anyway`)}
                    </Button>
                  </Row>
                </Stack>
              </form>
            </Disclosure>
          ) : null}
          <form method="post">
            <Row>
              {next && missing.length === 0 ? (
                <Button kind="primary" name="state" value={next}>
                  {t(`step.${next}`)}
                </Button>
              ) : null}
              {state === 'ready' ? (
                <Button name="state" value="draft">
                  {t('step.draft')}
                </Button>
              ) : null}
            </Row>
          </form>
          <Disclosure summary={t('step.archived')}>
            <form method="post">
              <Stack>
                <p>{t('step.archived.text')}</p>
                <Row>
                  <Button kind="danger" name="state" value="archived">
                    {t('step.archived')}
                  </Button>
                </Row>
              </Stack>
            </form>
          </Disclosure>
        </Stack>
      ) : null}
    </Card>
  )
}

function names(bodies: readonly SignOffBody[]): string {
  return bodies.map((body) => body.name).join(', ')
}
