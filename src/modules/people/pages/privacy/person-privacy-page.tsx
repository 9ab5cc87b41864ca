import { redirect, useActionData, useLoaderData } from 'react-router'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from 'react-router'
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
  Notice,
  PageHead,
  SelectField,
  Stack,
} from '#web/ui/index.ts'
import { peopleTexts } from '../../messages/people.ts'
import { getPerson } from '../../operations/persons/get-person.ts'
import { changeLawfulBasis } from '../../operations/privacy/change-lawful-basis.ts'
import { erasePerson } from '../../operations/privacy/erase-person.ts'
import { inviteToOwnPage } from '../../operations/privacy/invite-to-own-page.ts'
import { fullName } from '../../rules/names.ts'
import { lawfulBases } from '../../rules/privacy/lawful-basis.ts'
import { officeTexts } from './office-texts.ts'
import styles from './privacy.module.css'

export const meta: MetaFunction = ({ matches }) => pageTitle(officeTexts, 'privacy', matches)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const record = await orProblemPage(visit.call(getPerson, { personId: params['person'] ?? '' }))
  const done = new URL(request.url).searchParams.get('done')
  return {
    personId: record.id,
    name: fullName(record),
    basis: record.lawfulBasis,
    hasAccount: record.accountUserId !== null,
    keeps: visit.may(erasePerson),
    done: (['basis', 'invited'] as const).find((each) => each === done) ?? null,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const personId = params['person'] ?? ''
  return orFormProblem(visit, peopleTexts, form, async () => {
    switch (form.get('change')) {
      case 'erase':
        await visit.call(erasePerson, {
          personId,
          confirmed: form.has('confirmed'),
          keepOut: form.has('keepOut'),
        })
        return redirect('/people/erasures?done=erased')
      case 'invite': {
        const { link } = await visit.call(inviteToOwnPage, { personId })
        return link ? { link } : redirect(`/people/${personId}/privacy?done=invited`)
      }
      default: {
        const basis = lawfulBases.find((each) => each === form.get('basis')) ?? 'membership'
        await visit.call(changeLawfulBasis, { personId, basis })
        return redirect(`/people/${personId}/privacy?done=basis`)
      }
    }
  })
}

/** A person's rights, carried out by a registrar: why the record is kept, the own page, everything kept, erasure. */
export default function PersonPrivacyPage() {
  const { personId, name, basis, hasAccount, keeps, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  const link = answer && 'link' in answer ? answer.link : null
  const t = useTexts(officeTexts)
  const here = `/people/${personId}/privacy`
  return (
    <>
      <PageHead
        crumbs={[
          { href: '/people', label: t('people') },
          { href: `/people/${personId}`, label: name },
        ]}
        crumbsLabel={t('crumbs')}
        title={t('privacy')}
        lead={t('personLead', { name })}
      />
      {done && !problem && !link ? (
        <Notice tone="good" live>
          <p>{t(`personDone.${done}`)}</p>
        </Notice>
      ) : null}
      {link ? (
        <Notice tone="good" title={t('inviteReady')} live>
          <p>{t('inviteReadyText')}</p>
          <p>
            <code className={styles.link}>{link}</code>
          </p>
        </Notice>
      ) : null}
      <FormNotices problem={problem} sayFields={['confirmed']} />
      <Columns>
        <Card title={t('basis')}>
          <form method="post" action={here}>
            <Stack>
              <p>{t('basisText')}</p>
              <SelectField
                label={t('basis')}
                name="basis"
                defaultValue={problem?.values['basis'] ?? basis}
                disabled={!keeps}
                options={lawfulBases.map((each) => ({ value: each, label: t(`basis.${each}`) }))}
              />
              {keeps ? (
                <p>
                  <Button name="change" value="basis">
                    {t('save')}
                  </Button>
                </p>
              ) : null}
            </Stack>
          </form>
        </Card>
        {keeps ? (
          <>
            <Card title={t('invite')}>
              <form method="post" action={here}>
                <Stack>
                  <p>{t(hasAccount ? 'inviteHas' : 'inviteText')}</p>
                  <p>
                    <Button name="change" value="invite">
                      {t('inviteButton')}
                    </Button>
                  </p>
                </Stack>
              </form>
            </Card>
            <Card title={t('personEverything')}>
              <Stack>
                <p>{t('personEverythingText')}</p>
                <p>
                  <ButtonLink href={`/people/${personId}/everything.json`}>{t('asJson')}</ButtonLink>
                </p>
              </Stack>
            </Card>
            <Card title={t('erase')}>
              <form method="post" action={here}>
                <Stack>
                  <p>{t('eraseText')}</p>
                  <p>{t('eraseLeft')}</p>
                  <Choice
                    label={t('eraseKeepOut')}
                    name="keepOut"
                    value="yes"
                    defaultChecked={problem?.values['keepOut'] === 'yes'}
                  />
                  <Choice label={t('eraseConfirm')} name="confirmed" required />
                  <p>
                    <Button kind="danger" name="change" value="erase">
                      {t('eraseButton')}
                    </Button>
                  </p>
                </Stack>
              </form>
            </Card>
          </>
        ) : null}
      </Columns>
    </>
  )
}
