import { redirect, useActionData, useLoaderData } from 'react-router'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from 'react-router'
import { Moment } from '#web/account/moment.tsx'
import { pageTitle } from '#web/account/page-title.ts'
import { FormNotices } from '#web/form-notices.tsx'
import { useTexts } from '#web/language.tsx'
import { orFormProblem, orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import {
  Button,
  Card,
  Choice,
  Columns,
  Disclosure,
  EmptyState,
  PageHead,
  Stack,
  Status,
  Table,
  TextArea,
} from '#web/ui/index.ts'
import { peopleTexts } from '../../messages/people.ts'
import { erasePerson } from '../../operations/privacy/erase-person.ts'
import { listErasureRequests } from '../../operations/privacy/list-erasure-requests.ts'
import { refuseErasureRequest } from '../../operations/privacy/refuse-erasure-request.ts'
import { officeTexts } from './office-texts.ts'
import { PrivacyTabs } from './privacy-tabs.tsx'
import styles from './privacy.module.css'

export const meta: MetaFunction = ({ matches }) => pageTitle(officeTexts, 'erasures', matches)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { requests } = await orProblemPage(visitOf({ context }).call(listErasureRequests, {}))
  const done = new URL(request.url).searchParams.get('done')
  return { requests, done: (['erased', 'refused'] as const).find((each) => each === done) ?? null }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const field = (name: string) => String(form.get(name) ?? '').trim()
  return orFormProblem(visit, peopleTexts, form, async () => {
    if (field('answer') === 'erase') {
      await visit.call(erasePerson, { personId: field('person'), confirmed: form.has('confirmed') })
      return redirect('/people/erasures?done=erased')
    }
    await visit.call(refuseErasureRequest, { requestId: field('request'), reason: field('reason') })
    return redirect('/people/erasures?done=refused')
  })
}

/** Who has asked to be erased, and the two answers there are. */
export default function ErasuresPage() {
  const { requests, done } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const t = useTexts(officeTexts)
  const waiting = requests.filter(({ state }) => state === 'asked')
  const others = requests.filter(({ state }) => state !== 'asked')
  return (
    <>
      <PageHead
        crumbs={[{ href: '/people', label: t('people') }]}
        crumbsLabel={t('crumbs')}
        title={t('erasures')}
        lead={t('erasuresLead')}
      />
      <PrivacyTabs current="erasures" />
      <FormNotices
        done={done ? t(`erasuresDone.${done}`) : null}
        problem={problem}
        sayFields={['confirmed']}
      />
      {waiting.length === 0 ? (
        <EmptyState title={t('erasuresNone')}>{t('erasuresNoneText')}</EmptyState>
      ) : null}
      <Columns>
        {waiting.map((each) => (
          <Card key={each.id} title={each.name ?? t('protectedPerson')}>
            <Stack>
              <p className={styles.soft}>
                {each.unitName} · {t('asked')} <Moment at={each.askedAt} time={false} /> · {t('dueBy')}{' '}
                <Moment at={each.dueAt} time={false} />
              </p>
              {each.message ? <blockquote className={styles.words}>{each.message}</blockquote> : null}
              <Disclosure summary={t('erase')} open={problem?.values['person'] === each.personId}>
                <form method="post" action="/people/erasures">
                  <Stack>
                    <p>{t('eraseText')}</p>
                    <p>{t('eraseKept')}</p>
                    <input type="hidden" name="person" value={each.personId} />
                    <Choice label={t('eraseConfirm')} name="confirmed" required />
                    <p>
                      <Button kind="danger" name="answer" value="erase">
                        {t('eraseButton')}
                      </Button>
                    </p>
                  </Stack>
                </form>
              </Disclosure>
              <Disclosure summary={t('refuse')} open={problem?.values['request'] === each.id}>
                <form method="post" action="/people/erasures">
                  <Stack>
                    <input type="hidden" name="request" value={each.id} />
                    <TextArea
                      label={t('refuseReason')}
                      hint={t('refuseHint')}
                      name="reason"
                      rows={3}
                      minLength={10}
                      maxLength={2000}
                      required
                      defaultValue={problem?.values['reason']}
                      error={problem?.fields['reason']}
                    />
                    <p>
                      <Button name="answer" value="refuse">
                        {t('refuseButton')}
                      </Button>
                    </p>
                  </Stack>
                </form>
              </Disclosure>
            </Stack>
          </Card>
        ))}
      </Columns>
      {others.length > 0 ? (
        <Card title={t('erasuresBefore')}>
          <Table
            className={styles.stacking ?? ''}
            label={t('erasuresBefore')}
            head={
              <tr>
                <th scope="col">{t('person')}</th>
                <th scope="col">{t('unit')}</th>
                <th scope="col">{t('answer')}</th>
                <th scope="col">{t('decided')}</th>
              </tr>
            }
          >
            <tbody>
              {others.map((each) => (
                <tr key={each.id}>
                  <th scope="row">
                    {each.name ?? t(each.state === 'done' ? 'erasedPerson' : 'protectedPerson')}
                  </th>
                  <td data-label={t('unit')}>{each.unitName}</td>
                  <td data-label={t('answer')}>
                    <Status tone={each.state === 'done' ? 'good' : 'plain'}>
                      {t(`state.${each.state}`)}
                    </Status>
                    {each.reason ? ` ${each.reason}` : ''}
                  </td>
                  <td data-label={t('decided')}>
                    {each.decidedAt ? <Moment at={each.decidedAt} time={false} /> : null} {each.decidedByName}
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        </Card>
      ) : null}
    </>
  )
}
