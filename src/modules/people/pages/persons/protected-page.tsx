import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { useTexts } from '#web/language.tsx'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { Card, EmptyState, PageHead, Table } from '#web/ui/index.ts'
import { listProtectedPersons } from '../../operations/persons/list-protected-persons.ts'
import { personsTexts } from './persons-texts.ts'
import { RegisterLinks } from './register-links.tsx'
import { registerParts } from './register-parts.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(personsTexts, 'part.protected', matches)

export async function loader({ context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const { persons } = await orProblemPage(visit.call(listProtectedPersons, {}))
  return { persons, parts: registerParts(visit) }
}

/** Those whose identity is protected; they are shown here and nowhere else. */
export default function ProtectedPage() {
  const { persons, parts } = useLoaderData<typeof loader>()
  const t = useTexts(personsTexts)
  return (
    <>
      <PageHead
        crumbs={[{ href: '/people', label: t('title') }]}
        crumbsLabel={t('crumbs')}
        title={t('part.protected')}
        lead={t('protectedLead')}
      />
      <RegisterLinks parts={parts} current="protected" />
      {persons.length === 0 ? (
        <EmptyState title={t('protectedNone')}>{t('protectedNoneText')}</EmptyState>
      ) : (
        <Card>
          <Table
            label={t('part.protected')}
            head={
              <tr>
                <th scope="col">{t('name')}</th>
                <th scope="col">{t('homeUnit')}</th>
              </tr>
            }
          >
            <tbody>
              {persons.map((person) => (
                <tr key={person.personId}>
                  <th scope="row">
                    <a href={`/people/protected/${person.personId}`}>{person.name}</a>
                  </th>
                  <td>{person.unit.name}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        </Card>
      )}
    </>
  )
}
