import type { FormProblem } from '#web/page-problem.ts'
import { useTexts } from '#web/language.tsx'
import { Button, ButtonLink, Card, FactList, Notice, Row, Stack, Status, TextArea } from '#web/ui/index.ts'
import type { BookLayoutData } from '../book/book-layout.tsx'
import type { Preview } from './public-state-card.tsx'
import { publishTexts } from './publish-texts.ts'

const tones = { draft: 'wait', ready: 'good', adopted: 'good', archived: 'plain' } as const

/** What would be published now, what stands in the way, and the button. */
export function NextEditionCard({
  preview,
  version,
  root,
  address,
  mayPublish,
  problem,
}: {
  preview: Preview
  version: BookLayoutData['book']['versions'][number]
  /** The book's address in the office. */
  root: string
  /** Where the public will find it. */
  address: string
  mayPublish: boolean
  problem: FormProblem | undefined
}) {
  const t = useTexts(publishTexts)
  const { state, contents, approvedBy, waitingFor, faultyChapters, fingerprint } = preview
  const edition = String(preview.edition)
  const possible = version.kind !== 'scenario' && state !== 'archived' && faultyChapters.length === 0
  // Publishing the same again is possible, as when it has been decided since, but nothing asks for it.
  const news = preview.latest === null || preview.latest.differs || preview.latest.withdrawn
  return (
    <Card title={t('next', { edition })}>
      {possible && mayPublish ? <p>{t(news ? 'next.lead' : 'next.same')}</p> : null}
      <FactList
        facts={[
          { label: t('next.address'), value: address },
          { label: t('next.state'), value: <Status tone={tones[state]}>{t(`state.${state}`)}</Status> },
          {
            label: t('next.approved'),
            value: approvedBy.length > 0 ? approvedBy.join(', ') : t('next.approvedNone'),
          },
          ...(waitingFor.length > 0 ? [{ label: t('next.waiting'), value: waitingFor.join(', ') }] : []),
          {
            label: t('next.contents'),
            value: (['boards', 'reforms', 'assignments', 'chapters', 'statements'] as const)
              .map((part) => t(`next.${part}`, { count: contents[part] }))
              .join(', '),
          },
          {
            label: t('next.findings'),
            value: t('next.findingsCount', {
              open: contents.openFindings,
              accepted: contents.acceptedFindings,
            }),
          },
        ]}
      />
      {faultyChapters.length > 0 ? (
        <Notice tone="bad" title={t('faults')}>
          <p>{t('faults.text', { chapters: faultyChapters.join(', ') })}</p>
          <p>
            <a href={`${root}/document/${version.slug}`}>{t('faults.open')}</a>
          </p>
        </Notice>
      ) : null}
      {version.kind === 'scenario' ? (
        <Notice title={t('scenario')}>
          <p>{t('scenario.text')}</p>
        </Notice>
      ) : null}
      {state === 'archived' ? <Notice title={t('archived')} /> : null}
      {possible && mayPublish ? (
        <form method="post">
          <Stack>
            <input type="hidden" name="intent" value="publish" />
            <input type="hidden" name="seen" value={fingerprint} />
            {state === 'draft' ? (
              <TextArea
                label={t('reason')}
                hint={t('reason.hint')}
                name="overrideReason"
                rows={2}
                required
                maxLength={2000}
                defaultValue={problem?.values['overrideReason'] ?? ''}
                error={problem?.fields['overrideReason']}
              />
            ) : null}
            <Row>
              <Button {...(news ? { kind: 'primary' } : {})}>{t('publish', { edition })}</Button>
              {state === 'draft' ? (
                <ButtonLink href={`${root}/sign-off/${version.slug}`}>{t('signOff')}</ButtonLink>
              ) : null}
            </Row>
            <p>{t('publish.takes')}</p>
          </Stack>
        </form>
      ) : null}
    </Card>
  )
}
