import { useActionData, useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { FormNotices } from '#web/form-notices.tsx'
import { useTexts } from '#web/language.tsx'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { ButtonLink, Columns, PageHead } from '#web/ui/index.ts'
import { addNote } from '../../operations/persons/add-note.ts'
import { getPerson } from '../../operations/persons/get-person.ts'
import { listConsentWordings } from '../../operations/persons/list-consent-wordings.ts'
import { getPersonPosts } from '../../operations/posts/get-person-posts.ts'
import { listTags } from '../../operations/persons/list-tags.ts'
import { organisers, registrars } from '../../people-roles.ts'
import { fullName } from '../../rules/names.ts'
import { rolesIn } from '../../rules/persons/seen-by.ts'
import { belonging } from '../../rules/membership.ts'
import { AffiliationsPart } from '../affiliations/affiliations-part.tsx'
import { changePersonPage, personChanges } from './change-person.ts'
import { ConsentsPart } from './consents-part.tsx'
import { ContactPart } from './contact-part.tsx'
import { EngagementPart } from './engagement-part.tsx'
import { FieldsPart } from './fields-part.tsx'
import { MembershipsPart } from './memberships-part.tsx'
import { NotesPart } from './notes-part.tsx'
import { personsTexts } from './persons-texts.ts'
import { reachedUnits } from './reached-units.ts'
import { TagsPart } from './tags-part.tsx'
import { Timeline } from './timeline.tsx'
import { WhoPart } from './who-part.tsx'

export const meta: MetaFunction<typeof loader> = ({ matches, loaderData }) =>
  pageTitle(personsTexts, 'personTitle', matches, {
    name: loaderData ? fullName(loaderData.record) : '',
  })

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const record = await orProblemPage(visit.call(getPerson, { personId: params['person'] ?? '' }))
  const concerned = (record.memberships ?? [])
    .filter((each) => each.validTo === null && belonging.includes(each.status))
    .map((each) => each.unit.id)
  const trust: readonly string[] = rolesIn(visit.actor, [record.homeUnit.id, ...concerned])
  const keeps = registrars.some((role) => trust.includes(role))
  const organises = visit.may(addNote) && organisers.some((role) => trust.includes(role))
  const [tags, wordings, units] = await Promise.all([
    organises ? orProblemPage(visit.call(listTags, {})).then((all) => all.tags) : [],
    organises ? orProblemPage(visit.call(listConsentWordings, {})).then((all) => all.wordings) : [],
    keeps ? reachedUnits(visit, registrars) : [],
  ])
  const done = new URL(request.url).searchParams.get('done')
  return {
    record,
    keeps,
    organises,
    mayReadPosts: visit.may(getPersonPosts),
    tags,
    wordings: wordings.filter((each) => each.validTo === null),
    units,
    done: personChanges.find((each) => each === done) ?? null,
  }
}

export const action = changePersonPage

/** A person: who, how they are reached, where they belong, and all that has happened; each part changed where it stands. */
export default function PersonPage() {
  const { record, keeps, organises, mayReadPosts, tags, wordings, units, done } =
    useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useTexts(personsTexts)
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  const revealed = answer && 'personalNumber' in answer ? answer.personalNumber : null
  return (
    <>
      <PageHead
        crumbs={[
          { href: '/people', label: t('title') },
          { href: `/people?unit=${record.homeUnit.id}`, label: record.homeUnit.name },
        ]}
        crumbsLabel={t('crumbs')}
        title={fullName(record)}
        actions={
          <>
            {mayReadPosts ? <ButtonLink href={`/people/${record.id}/posts`}>{t('posts')}</ButtonLink> : null}
            {keeps ? (
              <>
                <ButtonLink href={`/people/${record.id}/privacy`}>{t('privacy')}</ButtonLink>
                <ButtonLink href={`/people/${record.id}/edit`}>{t('edit')}</ButtonLink>
              </>
            ) : null}
          </>
        }
      />
      <FormNotices done={done ? t(`done.${done}`) : null} problem={problem} sayFields="any" />
      <Columns>
        <WhoPart record={record} keeps={keeps} revealed={revealed} />
        <ContactPart record={record} organises={organises} problem={problem} />
        <MembershipsPart record={record} keeps={keeps} units={units} problem={problem} />
        <TagsPart record={record} organises={organises} tags={tags} />
        <NotesPart record={record} organises={organises} problem={problem} />
        <FieldsPart record={record} organises={organises} problem={problem} />
        <ConsentsPart record={record} organises={organises} wordings={wordings} problem={problem} />
        <EngagementPart record={record} organises={organises} wordings={wordings} problem={problem} />
        <AffiliationsPart record={record} organises={organises} wordings={wordings} problem={problem} />
      </Columns>
      {record.timeline ? <Timeline events={record.timeline} goesOn={record.timelineGoesOn} /> : null}
    </>
  )
}
