import type { Kysely } from 'kysely'
import type { z } from 'zod'
import type { Tables } from '#platform/database/tables.ts'
import type { Operation } from '#platform/operations/operation.ts'
import { listElections } from '../operations/elections/list-elections.ts'
import { recordElection } from '../operations/elections/record-election.ts'
import { recordElectionResults } from '../operations/elections/record-election-results.ts'
import { setBloc } from '../operations/elections/set-bloc.ts'
import { setParty } from '../operations/elections/set-party.ts'
import { endRemuneration } from '../operations/posts/end-remuneration.ts'
import { recordRemunerationReport } from '../operations/posts/record-remuneration-report.ts'
import { setRemuneration } from '../operations/posts/set-remuneration.ts'

type Call = <Input extends z.ZodType, Output extends z.ZodType>(
  operation: Operation<Input, Output>,
  input: z.input<Input>,
) => Promise<z.output<Output>>

/** Parties that nobody has heard of, with votes of a region that is not there: 2018, 2022, and the seats they gave. */
const region = {
  '2018-09-09': [
    'Parti;Röster;Procent;Mandat',
    'Alfapartiet;402 100;29,9;45',
    'Betapartiet;201 300;15,0;22',
    'Gammapartiet;94 800;7,1;11',
    'Deltapartiet;330 500;24,6;37',
    'Epsilonpartiet;161 200;12,0;18',
    'Zetapartiet;141 900;10,6;16',
    'Övriga partier;11 200;0,8;',
    'Summa;1 343 000;100,0;149',
  ],
  '2022-09-11': [
    'Parti;Röster;Procent;Mandat',
    'Alfapartiet;436 900;31,0;48',
    'Betapartiet;163 400;11,6;18',
    'Gammapartiet;73 300;5,2;8',
    'Deltapartiet;428 100;30,4;47',
    'Epsilonpartiet;164 900;11,7;18',
    'Zetapartiet;91 400;6,5;10',
    'Övriga partier;50 400;3,6;',
    'Ogiltiga röster;14 700;;',
    // The printed sum is ten short, so that there is something to look at.
    'Summa;1 408 390;100,0;149',
  ],
} as const

const municipality = [
  'Parti;Röster;Procent;Mandat',
  'Alfapartiet;4 310;36,8;15',
  'Betapartiet;1 870;16,0;7',
  'Deltapartiet;3 920;33,5;14',
  'Epsilonpartiet;1 420;12,1;5',
  'Övriga partier;190;1,6;',
  'Summa;11 710;100,0;41',
]

/**
 * Gives the invented district elections to its region and a municipality, those who govern there, and a report on a remuneration
 * for a time.
 */
export async function loadElectionsDemo(
  call: Call,
  owner: Kysely<Tables>,
  organisationId: string,
): Promise<void> {
  const councils = await owner
    .selectFrom('organisation.public_body')
    .select(['id', 'level'])
    .where('organisation_id', '=', organisationId)
    .where('kind', '=', 'council')
    .orderBy('id')
    .execute()
  const [regional, municipal] = ['region', 'municipality'].map((level) =>
    councils.find((council) => council.level === level),
  )
  if (!regional) return
  await call(setParty, { name: 'Betapartiet', shortName: 'B', own: true })
  for (const [day, lines] of Object.entries(region)) {
    const { electionId } = await call(recordElection, {
      publicBodyId: regional.id,
      day,
      seats: 149,
      constituencies: 12,
      source: 'Påhittat protokoll',
    })
    await call(recordElectionResults, { electionId, text: lines.join('\n') })
  }
  if (municipal) {
    const { electionId } = await call(recordElection, {
      publicBodyId: municipal.id,
      day: '2022-09-11',
      seats: 41,
      source: 'Påhittat protokoll',
    })
    await call(recordElectionResults, { electionId, text: municipality.join('\n') })
  }
  const { parties } = await call(listElections, {})
  const ids = (...names: string[]) =>
    names.map((name) => parties.find((party) => party.name.startsWith(name))!.id)
  const bloc = { publicBodyId: regional.id, from: '2022-10-15' }
  await call(setBloc, {
    ...bloc,
    side: 'governing',
    name: 'Regionstyret',
    partyIds: ids('Delta', 'Epsilon'),
    basis: 'Valtekniska överenskommelsen',
  })
  await call(setBloc, {
    ...bloc,
    side: 'opposition',
    name: 'Oppositionen',
    partyIds: ids('Alfa', 'Beta', 'Gamma', 'Zeta'),
  })
  await call(setBloc, { ...bloc, side: 'other', name: 'De tre', partyIds: ids('Alfa', 'Beta', 'Gamma') })
  await changePaid(call, owner, organisationId)
}

/** One more was paid for a year, and why; and a raise for a time was reported on. */
async function changePaid(call: Call, owner: Kysely<Tables>, organisationId: string): Promise<void> {
  const unpaid = await owner
    .selectFrom('people.public_mandate as mandate')
    .select('mandate.id')
    .where('mandate.organisation_id', '=', organisationId)
    .where('mandate.valid_to', 'is', null)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('people.remuneration as paid')
            .select('paid.id')
            .whereRef('paid.organisation_id', '=', 'mandate.organisation_id')
            .whereRef('paid.person_id', '=', 'mandate.person_id'),
        ),
      ),
    )
    .orderBy('mandate.id')
    .executeTakeFirst()
  if (unpaid) {
    const { remunerationId } = await call(setRemuneration, {
      mandateId: unpaid.id,
      kind: 'part',
      degree: '60',
      from: '2025-03-01',
      reason: 'Valdes till gruppledare',
    })
    await call(endRemuneration, { remunerationId, lastDay: '2026-05-31', reason: 'Gick i pension' })
  }
  const raise = await owner
    .selectFrom('people.remuneration')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('temporary', '=', true)
    .orderBy('id')
    .executeTakeFirst()
  if (!raise) return
  await call(recordRemunerationReport, {
    remunerationId: raise.id,
    day: '2026-10-18',
    words: 'Planerade höstens utåtriktade arbete med två föreningar',
    hours: '6',
  })
}
