import type { z } from 'zod'
import { useTexts } from '#web/language.tsx'
import { Bar, barCell, domainOf, NarrowBar } from '#web/ui/bar.tsx'
import { cells, Status, Table } from '#web/ui/index.ts'
import type { listRemunerationChanges } from '../../operations/posts/list-remuneration-changes.ts'
import { remunerationChangesTexts } from './remuneration-changes-texts.ts'
import own from './paid-steps.module.css'
import styles from './posts.module.css'

type Step = z.output<typeof listRemunerationChanges.output>['steps'][number]

/** How many were paid from each day on which something changed, the latest first, and what changed. */
export function PaidSteps({ steps }: { steps: readonly Step[] }) {
  const t = useTexts(remunerationChangesTexts)
  const domain = domainOf(steps.map(({ paid }) => paid))
  const bar = (paid: number) => ({ parts: [{ from: 0, to: paid, tone: 'own' as const }], domain })
  const words = (change: Step['began'][number], kind: 'came' | 'left') =>
    [
      t(change.temporary ? `${kind}Temporary` : change.again ? `${kind}Again` : kind, { name: change.name }),
      change.postName,
      change.reason,
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <Table
      label={t('steps')}
      head={
        <tr>
          <th scope="col">{t('from')}</th>
          <th scope="col" className={cells.numeric}>
            {t('paid')}
          </th>
          <td className={barCell} />
          <th scope="col">{t('changes')}</th>
        </tr>
      }
    >
      <tbody>
        {steps.toReversed().map((step, at) => (
          <tr key={step.day}>
            <th scope="row" className={own.day}>
              {step.day}
              <NarrowBar {...bar(step.paid)} />
            </th>
            <td className={cells.numeric}>{step.paid}</td>
            <td className={barCell}>
              <Bar {...bar(step.paid)} />
            </td>
            <td>
              <ul className={styles.list}>
                {step.ended.map((change) => (
                  <li key={`left ${change.remunerationId}`}>{words(change, 'left')}</li>
                ))}
                {step.began.map((change) => (
                  <li key={`came ${change.remunerationId}`}>
                    {at === steps.length - 1
                      ? [change.name, change.postName, change.reason].filter(Boolean).join(' · ')
                      : words(change, 'came')}
                  </li>
                ))}
                {step.temporary > 0 ? (
                  <li>
                    <Status tone="info">{t('raised', { count: step.temporary })}</Status>
                  </li>
                ) : null}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
