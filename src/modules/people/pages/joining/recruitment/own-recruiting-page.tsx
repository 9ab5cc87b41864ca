import {
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { FormNotices } from '#web/form-notices.tsx'
import { useTexts } from '#web/language.tsx'
import { orFormProblem, orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { Button, Card, Choice, EmptyState, PageHead, Stack } from '#web/ui/index.ts'
import { peopleTexts } from '../../../messages/people.ts'
import { createReferralLink } from '../../../operations/joining/create-referral-link.ts'
import { getOwnRecruiting } from '../../../operations/joining/get-own-recruiting.ts'
import { joiningTexts } from '../joining-texts.ts'
import styles from '../joining.module.css'
import { TallyTable } from './tally-table.tsx'

export const meta: MetaFunction = ({ matches }) => pageTitle(joiningTexts, 'own.title', matches)

export async function loader({ context }: LoaderFunctionArgs) {
  return orProblemPage(visitOf({ context }).call(getOwnRecruiting, {}))
}

export async function action({ request, context }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const answer = await orFormProblem(visit, peopleTexts, form, async () => {
    await visit.call(createReferralLink, {
      page: String(form.get('page') ?? ''),
      named: form.has('named'),
    })
    return redirect('/people/recruiting')
  })
  return answer
}

/** A member's own links to recruit by, and how many have come by them. */
export default function OwnRecruitingPage() {
  const { isMember, pages, joined, board, named } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useTexts(joiningTexts)
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  const first = pages[0]
  return (
    <>
      <PageHead title={t('own.title')} lead={t('own.lead')} />
      <FormNotices problem={problem} />
      {!isMember || !first ? (
        <EmptyState title={t(isMember ? 'own.noPages' : 'own.noMember')}>
          {t(isMember ? 'own.noPagesText' : 'own.noMemberText')}
        </EmptyState>
      ) : (
        <>
          <Card title={t('own.joined', { count: joined })}>
            {first.link === null ? null : (
              <ul className={styles.list}>
                {pages.map((page) => (
                  <li key={page.slug} className={styles.item}>
                    <h3>{page.title}</h3>
                    <p className={styles.link}>
                      <a href={page.link ?? ''}>{page.link}</a>
                    </p>
                  </li>
                ))}
              </ul>
            )}
            <form method="post">
              <Stack gap="tight">
                <input type="hidden" name="page" value={first.slug} />
                <Choice
                  name="named"
                  label={t('own.named')}
                  hint={t('own.namedHint')}
                  defaultChecked={named}
                />
                <p>
                  <Button kind={first.link === null ? 'primary' : 'plain'}>
                    {t(first.link === null ? 'own.get' : 'own.save')}
                  </Button>
                </p>
              </Stack>
            </form>
          </Card>
          {board.length > 1 ? (
            <Card title={t('own.board')}>
              <TallyTable label={t('own.board')} head={t('recruitment.referrer')} rows={board} />
            </Card>
          ) : null}
        </>
      )}
    </>
  )
}
