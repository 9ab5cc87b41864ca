import type { z } from 'zod'
import { useTexts } from '#web/language.tsx'
import { Card, cells, Disclosure, EmptyState, Notice, Table } from '#web/ui/index.ts'
import type { listVoters } from '../../operations/voting/list-voters.ts'
import { votingTexts } from './voting-texts.ts'

type Shown = z.output<typeof listVoters.output>

/** Those who may vote, in the order they are ticked off at the door; and those who may vote without standing there. */
export function VoterTable({ shown }: { shown: Shown }) {
  const t = useTexts(votingTexts)
  const { voters, unit, asOf } = shown
  const label = t('voters', { unit: unit.name, day: asOf })
  if (shown.count === 0) return <EmptyState title={t('votersNone')}>{t('votersNoneText')}</EmptyState>
  return (
    <Card title={label}>
      {shown.goesOn ? <p>{t('goesOn', { shown: voters.length })}</p> : null}
      {shown.unnamed > 0 ? (
        <Notice tone="info">
          <p>{t('unnamed', { count: shown.unnamed })}</p>
        </Notice>
      ) : null}
      {shown.protectedVoters > 0 ? (
        <Notice tone="info">
          <p>{t('protected', { count: shown.protectedVoters })}</p>
        </Notice>
      ) : null}
      <Table
        label={label}
        head={
          <tr>
            <th scope="col">{t('name')}</th>
            {shown.rule.below ? <th scope="col">{t('unit')}</th> : null}
            <th scope="col">{t('kind')}</th>
            <th scope="col" className={cells.numeric}>
              {t('since')}
            </th>
          </tr>
        }
      >
        <tbody>
          {voters.map((voter) => (
            <tr key={voter.personId}>
              <th scope="row">
                <a href={`/people/${voter.personId}`}>{voter.name}</a>
              </th>
              {shown.rule.below ? <td>{voter.unit}</td> : null}
              <td>{t(`kind.${voter.kind}`)}</td>
              <td className={cells.numeric}>{voter.since}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  )
}

/** Members who may not vote, each with the reason: somebody will ask at the door. */
export function NotVotingTable({ shown }: { shown: Shown }) {
  const t = useTexts(votingTexts)
  const count = shown.reasons.reduce((sum, each) => sum + each.count, 0)
  if (count === 0) return null
  return (
    <Disclosure summary={t('notVoting', { count })}>
      <Table
        label={t('notVoting', { count })}
        head={
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('reason')}</th>
          </tr>
        }
      >
        <tbody>
          {shown.notVoting.map(({ personId, name, reason, from }) => (
            <tr key={personId}>
              <th scope="row">
                <a href={`/people/${personId}`}>{name}</a>
              </th>
              <td>
                {from
                  ? t('reason.from', { reason: t(`reason.${reason}`), day: from })
                  : t(`reason.${reason}`)}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Disclosure>
  )
}

/** What a unit has decided itself, and when it held. */
export function RuleTable({ rules }: { rules: Shown['rules'] }) {
  const t = useTexts(votingTexts)
  if (rules.length === 0) return null
  return (
    <Disclosure summary={t('history')}>
      <Table
        label={t('history')}
        head={
          <tr>
            <th scope="col">{t('period')}</th>
            <th scope="col">{t('kinds')}</th>
            <th scope="col" className={cells.numeric}>
              {t('leastDays')}
            </th>
            <th scope="col">{t('by')}</th>
            <th scope="col">{t('recordedBy')}</th>
          </tr>
        }
      >
        <tbody>
          {rules.map((rule) => (
            <tr key={rule.id}>
              <th scope="row">
                {rule.validTo
                  ? t('periodBetween', { from: rule.validFrom, to: rule.validTo })
                  : t('periodFrom', { from: rule.validFrom })}
              </th>
              <td>
                {rule.kinds.map((kind) => t(`kind.${kind}`)).join(` ${t('or')} `)}
                {rule.paid ? `. ${t('rule.paid')}` : ''}
              </td>
              <td className={cells.numeric}>{rule.leastDays}</td>
              <td>{rule.decision}</td>
              <td>{rule.recordedBy}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Disclosure>
  )
}
