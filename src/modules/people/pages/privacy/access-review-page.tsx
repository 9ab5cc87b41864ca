import { redirect, useActionData, useLoaderData } from 'react-router'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from 'react-router'
import { roleTexts } from '#platform/access/messages/roles.ts'
import type { Role } from '#platform/access/roles.ts'
import {
  lendRole,
  longestLoan,
  mayGive,
  organisationTexts,
  rolesToLend,
} from '#modules/organisation/index.ts'
import { pageTitle } from '#web/account/page-title.ts'
import { useTexts } from '#web/language.tsx'
import { orFormProblem, orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import {
  Button,
  Card,
  Columns,
  Disclosure,
  Notice,
  PageHead,
  SelectField,
  Stack,
  TextArea,
  TextField,
} from '#web/ui/index.ts'
import { listUnits } from '#modules/organisation/index.ts'
import { FormNotices } from '#web/form-notices.tsx'
import { confirmAccessReview } from '../../operations/privacy/confirm-access-review.ts'
import { listAccessReview } from '../../operations/privacy/list-access-review.ts'
import { reachedIds } from '../persons/reached-units.ts'
import { AccessReviewTable } from './access-review-table.tsx'
import { officeTexts } from './office-texts.ts'
import { PrivacyTabs } from './privacy-tabs.tsx'
import styles from './privacy.module.css'

export const meta: MetaFunction = ({ matches }) => pageTitle(officeTexts, 'review', matches)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const { searchParams } = new URL(request.url)
  const own = visit.actor.kind === 'person' ? visit.actor.grants : []
  const covered = reachedIds(visit, ['owner', 'registrar', 'board', 'auditor'])
  const { units } = await orProblemPage(visit.call(listUnits, {}))
  const choices = units.filter(({ id }) => covered.has(id))
  const unitId = searchParams.get('unit') ?? choices[0]?.id ?? ''
  const review = await orProblemPage(visit.call(listAccessReview, { unitId }))
  const done = searchParams.get('done')
  return {
    ...review,
    grants: review.grants.map((grant) => ({ ...grant, mayEnd: mayGive(own, grant.role, grant.unitId) })),
    units: choices.map(({ id, name, depth }) => ({ id, name, depth })),
    mayConfirm: visit.may(confirmAccessReview),
    lendable: visit.may(lendRole) ? rolesToLend(own) : [],
    done: (['confirmed', 'lent'] as const).find((each) => each === done) ?? null,
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const field = (name: string) => String(form.get(name) ?? '').trim()
  const unitId = field('unit')
  return orFormProblem(visit, organisationTexts, form, async () => {
    if (field('change') === 'lend') {
      const role = field('role') as Role
      await visit.call(lendRole, { email: field('email'), role, unitId, lastDay: field('lastDay') })
      return redirect(`/people/access-review?unit=${unitId}&done=lent`)
    }
    await visit.call(confirmAccessReview, { unitId, note: field('note') })
    return redirect(`/people/access-review?unit=${unitId}&done=confirmed`)
  })
}

/** Who can see what in a unit, gone through once a year. */
export default function AccessReviewPage() {
  const { unit, units, grants, reviews, due, dueUnits, mayConfirm, lendable, done } =
    useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const t = useTexts(officeTexts)
  const role = useTexts(roleTexts)
  return (
    <>
      <PageHead
        crumbs={[{ href: '/people', label: t('people') }]}
        crumbsLabel={t('crumbs')}
        title={t('review')}
        lead={t('reviewLead', { unit: unit.name })}
      />
      <PrivacyTabs current="review" />
      <FormNotices done={done ? t(`reviewDone.${done}`) : null} problem={problem} />
      {units.length > 1 ? (
        <form className={styles.chooser}>
          <SelectField
            label={t('unit')}
            name="unit"
            defaultValue={unit.id}
            options={units.map(({ id, name, depth }) => ({
              value: id,
              label: `${'\u2003'.repeat(depth)}${name}`,
            }))}
          />
          <Button>{t('show')}</Button>
        </form>
      ) : null}
      {due ? (
        <Notice tone="warn">
          <p>{t('reviewDue')}</p>
        </Notice>
      ) : null}
      <Card title={t('reviewGrants', { count: grants.length })}>
        <AccessReviewTable grants={grants} />
      </Card>
      <Columns>
        {mayConfirm ? (
          <Card title={t('confirm')}>
            <form method="post" action="/people/access-review">
              <Stack>
                <p>{t('confirmText')}</p>
                <input type="hidden" name="unit" value={unit.id} />
                <TextArea label={t('note')} optional={t('optional')} name="note" rows={2} maxLength={1000} />
                <p>
                  <Button kind="primary" name="change" value="confirm">
                    {t('confirmButton')}
                  </Button>
                </p>
              </Stack>
            </form>
          </Card>
        ) : null}
        {lendable.length > 0 ? (
          <Card title={t('lend')}>
            <form method="post" action="/people/access-review">
              <Stack>
                <p>{t('lendText', { days: longestLoan })}</p>
                <input type="hidden" name="unit" value={unit.id} />
                <SelectField
                  label={t('role')}
                  name="role"
                  defaultValue={problem?.values['role']}
                  options={lendable.map((each) => ({ value: each, label: role(`role.${each}`) }))}
                />
                <TextField
                  label={t('lendTo')}
                  name="email"
                  type="email"
                  required
                  defaultValue={problem?.values['email']}
                  error={problem?.fields['email']}
                />
                <TextField
                  label={t('lastDay')}
                  name="lastDay"
                  type="date"
                  required
                  defaultValue={problem?.values['lastDay']}
                  error={problem?.fields['lastDay']}
                />
                <p>
                  <Button name="change" value="lend">
                    {t('lendButton')}
                  </Button>
                </p>
              </Stack>
            </form>
          </Card>
        ) : null}
        <Card title={t('reviews')}>
          {reviews.length === 0 ? <p>{t('reviewsNone')}</p> : null}
          <ul className={styles.items}>
            {reviews.map((each) => (
              <li key={`${each.day} ${each.reviewedByName} ${each.note}`}>
                {each.day} · {each.reviewedByName} · {t('reviewGrants', { count: each.grants })}
                {each.note ? (
                  <>
                    <br />
                    <span className={styles.soft}>{each.note}</span>
                  </>
                ) : null}
              </li>
            ))}
          </ul>
          {dueUnits.length > 0 ? (
            <Disclosure summary={t('dueUnits', { count: dueUnits.length })}>
              <ul className={styles.items}>
                {dueUnits.map((each) => (
                  <li key={each.id}>
                    <a href={`/people/access-review?unit=${each.id}`}>{each.name}</a>
                  </li>
                ))}
              </ul>
            </Disclosure>
          ) : null}
        </Card>
      </Columns>
    </>
  )
}
