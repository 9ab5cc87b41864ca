import { listOwnEvents } from '#platform/access/index.ts'
import { useTexts } from '../../language.tsx'
import { orProblemPage } from '../../page-problem.ts'
import { Card, EmptyState, Notice, Table } from '../../ui/index.ts'
import { accountTexts } from '../messages/account.ts'
import { Moment } from '../moment.tsx'
import { pageTitle } from '../page-title.ts'
import { ownReader } from './own-reader.ts'
import type { Route } from './+types/events'

export const meta: Route.MetaFunction = ({ matches }) => pageTitle(accountTexts, 'tab.events', matches)

export async function loader({ request, context }: Route.LoaderArgs) {
  const { visit } = await ownReader({ request, context })
  return orProblemPage(visit.call(listOwnEvents, {}))
}

export default function Events({ loaderData }: Route.ComponentProps) {
  const t = useTexts(accountTexts)
  const { events, refusedLast30Days } = loaderData
  return (
    <>
      <Notice tone={refusedLast30Days > 0 ? 'warn' : 'good'}>
        <p>{t('events.refused', { count: refusedLast30Days })}</p>
      </Notice>
      {events.length === 0 ? (
        <EmptyState title={t('events.none')} />
      ) : (
        <Card>
          <Table
            label={t('events.table')}
            head={
              <tr>
                <th scope="col">{t('events.at')}</th>
                <th scope="col">{t('events.event')}</th>
                <th scope="col">{t('events.where')}</th>
              </tr>
            }
          >
            <tbody>
              {events.map((event) => (
                <tr key={event.id}>
                  <td>
                    <Moment at={event.at} />
                  </td>
                  <th scope="row">
                    {t(`events.${event.name}` as 'events.sign-in', {
                      way: event.way ?? '',
                      what: event.what ?? '',
                    })}
                  </th>
                  <td>{[event.browser, event.system, event.address].filter(Boolean).join(' · ')}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        </Card>
      )}
    </>
  )
}
