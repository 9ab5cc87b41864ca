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
import { Button, Card, Columns, Notice, PageHead } from '#web/ui/index.ts'
import { peopleTexts } from '../../messages/people.ts'
import { getProtectedPerson } from '../../operations/persons/get-protected-person.ts'
import { unprotectPerson } from '../../operations/persons/unprotect-person.ts'
import { fullName } from '../../rules/names.ts'
import { ConsentsPart } from './consents-part.tsx'
import { ContactPart } from './contact-part.tsx'
import { MembershipsPart } from './memberships-part.tsx'
import { NotesPart } from './notes-part.tsx'
import { personsTexts } from './persons-texts.ts'
import { Timeline } from './timeline.tsx'
import { WhoPart } from './who-part.tsx'

/** The name is left out of the title, which is kept in a browser's history. */
export const meta: MetaFunction = ({ matches }) => pageTitle(personsTexts, 'part.protected', matches)

export async function loader({ context, params }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  return {
    record: await orProblemPage(visit.call(getProtectedPerson, { personId: params['person'] ?? '' })),
  }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const personId = params['person'] ?? ''
  return orFormProblem(visit, peopleTexts, form, async () => {
    await visit.call(unprotectPerson, { personId })
    return redirect(`/people/${personId}`)
  })
}

/** Somebody whose identity is protected. To be changed, the protection is ended first, which is in the log. */
export default function ProtectedPersonPage() {
  const { record } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useTexts(personsTexts)
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  return (
    <>
      <PageHead
        crumbs={[
          { href: '/people', label: t('title') },
          { href: '/people/protected', label: t('part.protected') },
        ]}
        crumbsLabel={t('crumbs')}
        title={fullName(record)}
      />
      <FormNotices problem={problem} />
      <Notice tone="warn" title={t('isProtected')}>
        <p>{t('isProtectedText')}</p>
      </Notice>
      <Columns>
        <WhoPart record={record} keeps={false} />
        <ContactPart record={record} organises={false} problem={undefined} />
        <MembershipsPart record={record} keeps={false} units={[]} problem={undefined} />
        <NotesPart record={record} organises={false} problem={undefined} />
        <ConsentsPart record={record} organises={false} wordings={[]} problem={undefined} />
      </Columns>
      {record.timeline ? <Timeline events={record.timeline} goesOn={record.timelineGoesOn} /> : null}
      <Card title={t('unprotect')}>
        <p>{t('unprotectText')}</p>
        <form method="post">
          <Button kind="danger">{t('unprotect')}</Button>
        </form>
      </Card>
    </>
  )
}
