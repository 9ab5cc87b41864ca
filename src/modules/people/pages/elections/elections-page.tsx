import {
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { listPublicBodies } from '#modules/organisation/index.ts'
import { pageTitle } from '#web/account/page-title.ts'
import { FormNotices } from '#web/form-notices.tsx'
import { useTexts } from '#web/language.tsx'
import { mayIn } from '#web/may-in.ts'
import { orFormProblem, orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { ButtonLink, Card, cells, EmptyState, PageHead, Status, Table } from '#web/ui/index.ts'
import { peopleTexts } from '../../messages/people.ts'
import { listElections } from '../../operations/elections/list-elections.ts'
import { recordElection } from '../../operations/elections/record-election.ts'
import { setParty } from '../../operations/elections/set-party.ts'
import { formFields } from '#web/form-fields.ts'
import { OrganisationWays } from '#web/organisation-ways/organisation-ways.tsx'
import { waysOf } from '#web/organisation-ways/ways.ts'
import { ElectionForms } from './election-forms.tsx'
import { electionsTexts } from './elections-texts.ts'
import { useFigures } from './figures.ts'
import styles from './elections.module.css'

export const meta: MetaFunction = ({ matches }) => pageTitle(electionsTexts, 'elections', matches)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const shown = await orProblemPage(visit.call(listElections, {}))
  const { publicBodies } = await orProblemPage(visit.call(listPublicBodies, {}))
  const { actor } = visit
  const { policy } = setParty
  const mayName =
    visit.may(setParty) &&
    actor.kind === 'person' &&
    policy.allow === 'roles' &&
    actor.grants.some((grant) => policy.roles.includes(grant.role) && grant.top === true)
  return {
    ...shown,
    bodies: publicBodies
      .filter((body) => mayIn(visit, recordElection, body.unitId))
      // Councils are elected; committees are chosen by them.
      .toSorted((one, other) => Number(other.kind === 'council') - Number(one.kind === 'council'))
      .map(({ id, name, areaName }) => ({ value: id, label: [name, areaName].filter(Boolean).join(', ') })),
    mayName,
    ways: waysOf(visit),
    done: new URL(request.url).searchParams.has('done'),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const { field, number } = formFields(form)
  return orFormProblem(visit, peopleTexts, form, async () => {
    if (field('change') === 'party') {
      await visit.call(setParty, {
        ...(field('partyId') ? { partyId: field('partyId') } : {}),
        name: field('name'),
        shortName: field('shortName'),
        own: form.has('own'),
      })
      return redirect('/organisation/elections?done')
    }
    const { electionId } = await visit.call(recordElection, {
      publicBodyId: field('publicBodyId'),
      day: field('day'),
      seats: number('seats'),
      constituencies: number('constituencies') || 1,
      source: field('source'),
    })
    return redirect(`/organisation/elections/${electionId}/results`)
  })
}

/** Every election, with what our own party got; and the parties as the office writes them. */
export default function ElectionsPage() {
  const { elections, parties, bodies, mayName, ways, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useTexts(electionsTexts)
  const { number, percent } = useFigures()
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  const own = parties.find((party) => party.own)
  return (
    <>
      <PageHead
        crumbs={[{ href: '/organisation', label: t('organisation') }]}
        crumbsLabel={t('crumbs')}
        title={t('elections')}
        lead={t('electionsLead')}
        actions={
          <ButtonLink href="/organisation/agreements" small>
            {t('agreements')}
          </ButtonLink>
        }
      />
      <OrganisationWays asked={null} current="elections" ways={ways} />
      <FormNotices {...(done ? { done: t('done') } : {})} problem={problem} sayFields="any" />
      {elections.length === 0 ? (
        <EmptyState title={t('electionsNone')}>
          {bodies.length > 0 ? t('electionsNoneText') : t('electionsNoneRead')}
        </EmptyState>
      ) : (
        <Card title={own ? t('resultsOf', { party: own.name }) : t('results')}>
          <Table
            label={t('results')}
            head={
              <tr>
                <th scope="col">{t('body')}</th>
                <th scope="col">{t('day')}</th>
                <th scope="col" className={cells.numeric}>
                  {t('votes')}
                </th>
                <th scope="col" className={cells.numeric}>
                  {t('percent')}
                </th>
                <th scope="col" className={cells.numeric}>
                  {t('seats')}
                </th>
              </tr>
            }
          >
            <tbody>
              {elections.map((election) => (
                <tr key={election.id}>
                  <th scope="row">
                    <a href={`/organisation/elections/${election.id}`}>
                      {[election.bodyName, election.areaName].filter(Boolean).join(', ')}
                    </a>{' '}
                    {election.rows === 0 ? <Status tone="wait">{t('noResultYet')}</Status> : null}
                  </th>
                  <td>{election.day}</td>
                  <td className={cells.numeric}>{number(election.own?.votes.value ?? null)}</td>
                  <td className={cells.numeric}>{percent(election.own?.percent.value ?? null)}</td>
                  <td className={cells.numeric}>
                    {election.own
                      ? t('seatsOf', { seats: election.own.seats.value ?? 0, total: election.seats })
                      : '–'}
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        </Card>
      )}
      {parties.length > 0 ? (
        <Card title={t('parties')}>
          <ul className={styles.list}>
            {parties.map((party) => (
              <li key={party.id}>
                {party.name} {party.shortName ? <span className={styles.soft}>{party.shortName}</span> : null}{' '}
                {party.own ? <Status tone="info">{t('own')}</Status> : null}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      <ElectionForms bodies={bodies} parties={parties} mayName={mayName} problem={problem} />
    </>
  )
}
