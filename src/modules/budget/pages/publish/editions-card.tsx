import type { z } from 'zod'
import type { FormProblem } from '#web/page-problem.ts'
import { useLanguage, useTexts } from '#web/language.tsx'
import { Button, Card, Disclosure, Row, Stack, Status, Table, TextArea } from '#web/ui/index.ts'
import type { listPublications } from '../../operations/list-publications.ts'
import { dayAndTime } from '../parts/times.ts'
import { publicationRoot } from '../public/addresses.ts'
import styles from './publish.module.css'
import { publishTexts } from './publish-texts.ts'

type Publication = z.output<typeof listPublications.output>['publications'][number]

/** Every edition there has been, with who published it and why, and the way to take it back. */
export function EditionsCard({
  publications,
  organisation,
  mayWithdraw,
  problem,
}: {
  publications: readonly Publication[]
  organisation: string
  mayWithdraw: boolean
  problem: FormProblem | undefined
}) {
  const t = useTexts(publishTexts)
  if (publications.length === 0) return null
  return (
    <Card title={t('editions')}>
      <Table
        label={t('editions')}
        caption={t('editions.caption')}
        head={
          <tr>
            <th scope="col">{t('edition')}</th>
            <th scope="col">{t('version')}</th>
            <th scope="col">{t('when')}</th>
            <th scope="col">{t('status')}</th>
            <th scope="col">{t('files')}</th>
          </tr>
        }
      >
        <tbody>
          {publications.map((each) => (
            <EditionRow key={each.id} publication={each} organisation={organisation} />
          ))}
        </tbody>
      </Table>
      {mayWithdraw
        ? publications
            .filter((each) => each.withdrawn === null)
            .map((each) => (
              <Withdraw
                key={each.id}
                publication={each}
                problem={problem?.values['publicationId'] === each.id ? problem : undefined}
              />
            ))
        : null}
    </Card>
  )
}

function EditionRow({ publication: each, organisation }: { publication: Publication; organisation: string }) {
  const t = useTexts(publishTexts)
  const language = useLanguage()
  return (
    <tr>
      <th scope="row">
        <a href={publicationRoot(organisation, each.slug, each.edition)}>
          {each.slug}, {each.edition}
        </a>
      </th>
      <td>{each.versionName}</td>
      <td className={styles.told}>
        {dayAndTime(each.publishedAt, language)}, {t('by', { name: each.publishedBy })}
        {each.overrideReason === '' ? null : (
          <p className={styles.note}>{t('override', { reason: each.overrideReason })}</p>
        )}
      </td>
      <td className={styles.told}>
        <Status tone={each.withdrawn === null ? 'good' : 'warn'}>
          {t(each.withdrawn === null ? 'public' : 'gone')}
        </Status>
        {each.withdrawn === null ? null : (
          <p className={styles.note}>
            {t('gone.note', {
              date: dayAndTime(each.withdrawn.at, language),
              name: each.withdrawn.by,
              note: each.withdrawn.note,
            })}
          </p>
        )}
      </td>
      <td>{each.files.map((format) => format.toUpperCase()).join(', ')}</td>
    </tr>
  )
}

function Withdraw({ publication, problem }: { publication: Publication; problem: FormProblem | undefined }) {
  const t = useTexts(publishTexts)
  return (
    <Disclosure
      summary={`${t('withdraw', { edition: String(publication.edition) })} (${publication.slug})`}
      open={problem !== undefined}
    >
      <form method="post">
        <Stack>
          <p>{t('withdraw.text')}</p>
          <input type="hidden" name="intent" value="withdraw" />
          <input type="hidden" name="publicationId" value={publication.id} />
          <TextArea
            label={t('withdraw.note')}
            name="note"
            rows={3}
            required
            maxLength={2000}
            defaultValue={problem?.values['note'] ?? ''}
            error={problem?.fields['note']}
          />
          <Row>
            <Button kind="danger">{t('withdraw.button')}</Button>
          </Row>
        </Stack>
      </form>
    </Disclosure>
  )
}
