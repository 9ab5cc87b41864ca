import {
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { AsOfControl } from '#web/as-of/as-of-control.tsx'
import { dayAsked, onDay } from '#web/as-of/as-of.ts'
import { FormNotices } from '#web/form-notices.tsx'
import { useTexts } from '#web/language.tsx'
import { mayIn } from '#web/may-in.ts'
import { orFormProblem, orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { ButtonLink, Card, EmptyState, Facts, Notice, PageHead } from '#web/ui/index.ts'
import { peopleTexts } from '../../messages/people.ts'
import { endBloc } from '../../operations/elections/end-bloc.ts'
import { getElection } from '../../operations/elections/get-election.ts'
import { previewPower } from '../../operations/elections/preview-power.ts'
import { recordElectionResults } from '../../operations/elections/record-election-results.ts'
import { setBloc } from '../../operations/elections/set-bloc.ts'
import { withdrawElection } from '../../operations/elections/withdraw-election.ts'
import { publicBodyAddress } from '../posts/addresses.ts'
import { formFields } from '#web/form-fields.ts'
import { BlocForms } from './bloc-forms.tsx'
import { BlocTable } from './bloc-table.tsx'
import { electionsTexts } from './elections-texts.ts'
import { useFigures } from './figures.ts'
import { PowerPart } from './power-part.tsx'
import { Remarks } from './remarks.tsx'
import { ResultTable } from './result-table.tsx'
import styles from './elections.module.css'

export const meta: MetaFunction<typeof loader> = ({ matches, loaderData }) =>
  pageTitle(electionsTexts, 'electionTitle', matches, {
    body: loaderData?.election.bodyName ?? '',
    day: loaderData?.election.day ?? '',
  })

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const asked = dayAsked(request)
  const electionId = params['election'] ?? ''
  const day = asked ? { asOf: asked } : {}
  const shown = await orProblemPage(visit.call(getElection, { electionId, ...day }))
  const query = new URL(request.url).searchParams
  const ids = new Set(shown.parties.map(({ id }) => id))
  const set = query.getAll('set').filter((id) => ids.has(id))
  const wanted = Number(query.get('added') ?? 0)
  const added = Number.isInteger(wanted) && Math.abs(wanted) <= 1000 ? wanted : 0
  const power =
    set.length > 0
      ? await orProblemPage(visit.call(previewPower, { electionId, partyIds: set, added, ...day }))
      : null
  return {
    ...shown,
    asked,
    set,
    added,
    power,
    mayChange: !asked && mayIn(visit, recordElectionResults, shown.election.unitId),
    done: query.has('done'),
  }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const electionId = params['election'] ?? ''
  const { field, day } = formFields(form)
  return orFormProblem(visit, peopleTexts, form, async () => {
    if (field('change') === 'withdraw') {
      await visit.call(withdrawElection, { electionId })
      return redirect('/organisation/elections?done')
    }
    if (field('change') === 'endBloc') {
      await visit.call(endBloc, { blocId: field('blocId'), ...day('lastDay') })
    } else {
      const { election } = await visit.call(getElection, { electionId })
      await visit.call(setBloc, {
        publicBodyId: election.publicBodyId,
        side: field('side') as 'governing',
        name: field('name'),
        partyIds: form.getAll('partyIds').map(String),
        basis: field('basis'),
        ...day('from'),
        ...day('to'),
      })
    }
    return redirect(`/organisation/elections/${electionId}?done`)
  })
}

/** One election: its result as printed, what does not add up, how the blocs stand, and what would move power. */
export default function ElectionPage() {
  const shown = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useTexts(electionsTexts)
  const { number } = useFigures()
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  const { election, rows, findings, blocs, otherBlocs, parties, asked, mayChange } = shown
  const results = `/organisation/elections/${election.id}/results`
  return (
    <>
      <PageHead
        crumbs={[
          { href: onDay('/organisation', asked), label: t('organisation') },
          { href: '/organisation/elections', label: t('elections') },
        ]}
        crumbsLabel={t('crumbs')}
        title={t('electionTitle', { body: election.bodyName, day: election.day })}
        lead={[election.areaName, election.source].filter(Boolean).join(' · ')}
        actions={
          <>
            <ButtonLink href={publicBodyAddress(election.publicBodyId, asked)} small>
              {t('toBody')}
            </ButtonLink>
            {mayChange ? (
              <ButtonLink href={results} small>
                {rows.length === 0 ? t('enterResult') : t('replaceResult')}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <FormNotices {...(shown.done ? { done: t('done') } : {})} problem={problem} sayFields="any" />
      <Facts
        facts={[
          { label: t('bodySeats'), figure: number(election.seats) },
          { label: t('majorityNeeds'), figure: number(shown.majority), note: t('moreThanHalf') },
          ...(shown.validVotes === null
            ? []
            : [{ label: t('validVotes'), figure: number(shown.validVotes) }]),
          ...(shown.threshold === null
            ? []
            : [{ label: t('threshold'), figure: number(shown.threshold), unit: '%' }]),
        ]}
      />
      {rows.length === 0 ? (
        <EmptyState title={t('noResult')}>{t('noResultText')}</EmptyState>
      ) : (
        <>
          <Card title={t('result')}>
            <ResultTable rows={rows} label={t('result')} />
            {rows.some(({ computedSeats }) => computedSeats !== null) ? (
              <p className={styles.soft}>{t('computedText', { divisor: shown.firstDivisor })}</p>
            ) : null}
          </Card>
          {findings.length === 0 ? (
            <Notice tone="good">
              <p>{t('findingsNone')}</p>
            </Notice>
          ) : (
            <Card title={t('findings')}>
              <p className={styles.soft}>{t('findingsText')}</p>
              <Remarks remarks={findings} />
            </Card>
          )}
          <Card title={t('blocs')}>
            <AsOfControl asked={asked} />
            {blocs.length === 0 ? (
              <p>{t('blocsNone')}</p>
            ) : (
              <BlocTable blocs={blocs} parties={parties} total={election.seats} label={t('blocs')} />
            )}
            {otherBlocs.length > 0 ? (
              <>
                <h3>{t('otherBlocs')}</h3>
                <BlocTable
                  blocs={otherBlocs}
                  parties={parties}
                  total={election.seats}
                  label={t('otherBlocs')}
                />
              </>
            ) : null}
          </Card>
          <PowerPart
            parties={parties}
            chosen={shown.set}
            added={shown.added}
            power={shown.power}
            asked={asked}
          />
        </>
      )}
      {mayChange ? <BlocForms parties={parties} blocs={[...blocs, ...otherBlocs]} problem={problem} /> : null}
    </>
  )
}
