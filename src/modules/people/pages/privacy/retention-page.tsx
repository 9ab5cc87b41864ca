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
  ButtonLink,
  Card,
  Choice,
  Columns,
  PageHead,
  Row,
  Stack,
  Status,
  Table,
  TextField,
} from '#web/ui/index.ts'
import { peopleTexts } from '../../messages/people.ts'
import { listRetentionRules } from '../../operations/privacy/list-retention-rules.ts'
import { previewRetention } from '../../operations/privacy/preview-retention.ts'
import { setRetentionRule } from '../../operations/privacy/set-retention-rule.ts'
import { retentionKeys } from '../../rules/privacy/retention-subjects.ts'
import { officeTexts } from './office-texts.ts'
import { PrivacyTabs } from './privacy-tabs.tsx'
import styles from './privacy.module.css'

export const meta: MetaFunction = ({ matches }) => pageTitle(officeTexts, 'retention', matches)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const { searchParams } = new URL(request.url)
  const { rules } = await orProblemPage(visit.call(listRetentionRules, {}))
  const key = retentionKeys.find((each) => each === searchParams.get('preview'))
  const preview =
    key && visit.may(previewRetention)
      ? { key, ...(await orProblemPage(visit.call(previewRetention, { key }))) }
      : null
  return {
    rules,
    preview,
    mayPreview: visit.may(previewRetention),
    maySet: visit.may(setRetentionRule),
    done: searchParams.has('done'),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  return orFormProblem(visit, peopleTexts, form, async () => {
    await visit.call(setRetentionRule, {
      key: form.get('key') as (typeof retentionKeys)[number],
      months: Number(form.get('months')),
      active: form.has('active'),
    })
    return redirect('/people/retention?done')
  })
}

/** For how long what is kept: each rule, whether it is on, and exactly whom it would take today. */
export default function RetentionPage() {
  const { rules, preview, mayPreview, maySet, done } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const t = useTexts(officeTexts)
  return (
    <>
      <PageHead
        crumbs={[{ href: '/people', label: t('people') }]}
        crumbsLabel={t('crumbs')}
        title={t('retention')}
        lead={t('retentionLead')}
      />
      <PrivacyTabs current="retention" />
      <FormNotices done={done ? t('retentionDone') : null} problem={problem} />
      {preview ? (
        <Card title={t('previewOf', { subject: t(`subject.${preview.key}`) })} id="preview">
          <Stack>
            <p>
              {t('previewCount', {
                rows: preview.rows,
                persons: preview.persons,
                months: preview.months,
                day: preview.before,
              })}
            </p>
            {preview.shown.length > 0 ? (
              <Table
                label={t('preview')}
                head={
                  <tr>
                    <th scope="col">{t('person')}</th>
                    <th scope="col">{t('since')}</th>
                    <th scope="col">{t('rows')}</th>
                  </tr>
                }
              >
                <tbody>
                  {preview.shown.map((each) => (
                    <tr key={each.personId ?? 'none'}>
                      <th scope="row">{each.name || t('withoutPerson')}</th>
                      <td>{each.since}</td>
                      <td>{each.rows}</td>
                    </tr>
                  ))}
                </tbody>
              </Table>
            ) : null}
          </Stack>
        </Card>
      ) : null}
      <Columns>
        {rules.map((rule) => (
          <Card key={rule.key} title={t(`subject.${rule.key}`)}>
            <Stack>
              <p>{t(`about.${rule.key}`)}</p>
              <p>
                <Status tone={rule.active ? 'good' : 'plain'}>{t(rule.active ? 'on' : 'off')}</Status>{' '}
                {t(`does.${rule.action}`, { months: rule.months })}
              </p>
              {rule.lastRunAt ? (
                <p className={styles.soft}>
                  {t('lastRun', { count: rule.lastRunCount ?? 0 })} <Moment at={rule.lastRunAt} />
                </p>
              ) : null}
              {maySet ? (
                <form method="post" action="/people/retention">
                  <Stack>
                    <input type="hidden" name="key" value={rule.key} />
                    <TextField
                      label={t('months')}
                      name="months"
                      type="number"
                      inputMode="numeric"
                      min={1}
                      max={600}
                      required
                      defaultValue={rule.months}
                    />
                    <Choice label={t('switchedOn')} name="active" defaultChecked={rule.active} />
                    <Row>
                      <Button aria-label={t('saveOf', { subject: t(`subject.${rule.key}`) })}>
                        {t('save')}
                      </Button>
                      {mayPreview ? <PreviewLink subject={rule.key} /> : null}
                    </Row>
                  </Stack>
                </form>
              ) : mayPreview ? (
                <p>
                  <PreviewLink subject={rule.key} />
                </p>
              ) : null}
            </Stack>
          </Card>
        ))}
      </Columns>
    </>
  )
}

function PreviewLink({ subject }: { subject: (typeof retentionKeys)[number] }) {
  const t = useTexts(officeTexts)
  return (
    <ButtonLink
      href={`/people/retention?preview=${subject}#preview`}
      aria-label={t('previewLink', { subject: t(`subject.${subject}`) })}
    >
      {t('preview')}
    </ButtonLink>
  )
}
