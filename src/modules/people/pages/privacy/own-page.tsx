import { useActionData, useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { FormNotices } from '#web/form-notices.tsx'
import { useTexts } from '#web/language.tsx'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { ButtonLink, Columns, Notice, PageHead } from '#web/ui/index.ts'
import { getOwnRecord } from '../../operations/privacy/get-own-record.ts'
import { OwnAffiliations } from '../affiliations/own-affiliations.tsx'
import { changeOwn, ownChanges } from './change-own.ts'
import { OwnConsents } from './own-consents.tsx'
import { OwnContacts } from './own-contacts.tsx'
import { OwnDetails } from './own-details.tsx'
import { OwnMemberships } from './own-memberships.tsx'
import { OwnRights } from './own-rights.tsx'
import { NoRecord } from './no-record.tsx'
import { ownTexts } from './own-texts.ts'
import styles from './privacy.module.css'

export const meta: MetaFunction = ({ matches }) => pageTitle(ownTexts, 'title', matches)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const { person } = await orProblemPage(visit.call(getOwnRecord, {}))
  const done = new URL(request.url).searchParams.get('done')
  return {
    person,
    demo: visit.demo,
    searched: done === 'search',
    done: ownChanges.find((each) => each === done) ?? null,
  }
}

export const action = changeOwn

/** What a member sees and changes of the own record. */
export default function OwnPage() {
  const { person, demo, searched, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useTexts(ownTexts)
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  const address = answer && 'address' in answer ? answer.address : null
  if (!person) return <NoRecord searched={searched} demo={demo} />
  const at = (change: string) => (problem?.values['change'] === change ? problem : undefined)
  return (
    <>
      <PageHead
        title={`${person.givenName} ${person.familyName}`.trim()}
        lead={t('lead', { unit: person.homeUnitName })}
        actions={<ButtonLink href="/people/recruiting">{t('recruit')}</ButtonLink>}
      />
      {done && !problem && !address ? (
        <Notice tone="good" live>
          <p>{t(`done.${done}`)}</p>
        </Notice>
      ) : null}
      {address ? (
        <Notice tone="good" title={t('calendarReady')} live>
          <p>{t('calendarReadyText')}</p>
          <p>
            <code className={styles.link}>{address}</code>
          </p>
        </Notice>
      ) : null}
      <FormNotices problem={problem} />
      <Columns className={styles.own}>
        <OwnMemberships person={person} problem={at('move')} />
        <OwnContacts person={person} problem={at('contact')} />
        <OwnConsents person={person} />
        <OwnAffiliations person={person} problem={at('affiliation')} />
        <OwnDetails person={person} problem={at('details')} />
        <OwnRights person={person} problem={at('erasure')} />
      </Columns>
    </>
  )
}
