import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { getUnit } from '#modules/organisation/index.ts'
import { pageTitle } from '#web/account/page-title.ts'
import { useTexts } from '#web/language.tsx'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { Card, EmptyState, PageHead } from '#web/ui/index.ts'
import { listMoves } from '../../operations/persons/list-moves.ts'
import { personsTexts } from './persons-texts.ts'
import { RegisterLinks } from './register-links.tsx'
import { registerParts } from './register-parts.ts'
import styles from './persons.module.css'

export const meta: MetaFunction = ({ matches }) => pageTitle(personsTexts, 'moves', matches)

export async function loader({ context, params }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const unitId = params['unit'] ?? ''
  const { moves } = await orProblemPage(visit.call(listMoves, { unitId }))
  const { unit } = await orProblemPage(visit.call(getUnit, { unitId }))
  return { moves, unit: { id: unit.id, name: unit.name }, register: registerParts(visit) }
}

/** Who has moved to a unit, and who has left it for another. */
export default function MovesPage() {
  const { moves, unit, register } = useLoaderData<typeof loader>()
  const t = useTexts(personsTexts)
  return (
    <>
      <PageHead
        crumbs={[
          { href: '/people', label: t('title') },
          { href: `/people?unit=${unit.id}`, label: unit.name },
        ]}
        crumbsLabel={t('crumbs')}
        title={t('moves')}
        lead={t('movesLead', { unit: unit.name })}
      />
      <RegisterLinks parts={register} current="members" />
      {moves.length === 0 ? (
        <EmptyState title={t('movesNone')}>{t('movesNoneText')}</EmptyState>
      ) : (
        <Card>
          <ul className={styles.plain}>
            {moves.map((move) => (
              <li key={`${move.personId} ${move.day} ${move.to.id}`} className={styles.item}>
                <span>
                  {/* Whoever has left the unit is no longer in this reader's register. */}
                  {move.to.id === unit.id ? <a href={`/people/${move.personId}`}>{move.name}</a> : move.name}
                </span>
                <span className={styles.soft}>
                  {t('moveLine', { from: move.from.name, to: move.to.name, day: move.day })}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}
