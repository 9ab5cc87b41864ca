import type { z } from 'zod'
import { Bar, barCell, domainOf, NarrowBar } from '#web/ui/bar.tsx'
import { useLanguage, useTexts } from '#web/language.tsx'
import { cells, Table } from '#web/ui/index.ts'
import type { getMemberJourney } from '../../../operations/joining/get-member-journey.ts'
import { joiningTexts } from '../joining-texts.ts'

type Shown = z.output<typeof getMemberJourney.output>
const compared = ['contacted', 'interviewed', 'group', 'post'] as const

function useFigures() {
  const t = useTexts(joiningTexts)
  const language = useLanguage()
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  const percent = new Intl.NumberFormat(language, { style: 'percent' })
  return {
    days: (days: number | null) => (days === null ? '–' : number.format(days)),
    count: (count: number | null) => (count === null ? t('journey.few') : number.format(count)),
    share: (part: number | null, whole: number) =>
      part === null || whole === 0 ? '–' : percent.format(part / whole),
  }
}

/** Each step: how many have come there, as a bar too, and how long it took. */
export function StepTable({ steps, joined }: { steps: Shown['steps']; joined: number }) {
  const t = useTexts(joiningTexts)
  const figures = useFigures()
  const domain = domainOf([joined])
  const bar = (reached: number | null) => ({
    parts: [{ from: 0, to: reached ?? 0, tone: 'own' as const }],
    domain,
  })
  return (
    <Table
      label={t('journey.title')}
      head={
        <tr>
          <th scope="col">{t('journey.step')}</th>
          <th scope="col" className={cells.numeric}>
            {t('journey.reached')}
          </th>
          <th scope="col" className={cells.numeric}>
            {t('journey.share')}
          </th>
          <td className={barCell} />
          <th scope="col" className={cells.numeric}>
            {t('journey.sinceBefore')}
          </th>
          <th scope="col" className={cells.numeric}>
            {t('journey.sinceJoining')}
          </th>
        </tr>
      }
    >
      <tbody>
        {steps.map(({ step, reached, sinceBefore, sinceJoining }) => (
          <tr key={step}>
            <th scope="row">
              {t(`journey.step.${step}`)}
              <NarrowBar {...bar(reached)} />
            </th>
            <td className={cells.numeric}>{figures.count(reached)}</td>
            <td className={cells.numeric}>{figures.share(reached, joined)}</td>
            <td className={barCell}>
              <Bar {...bar(reached)} />
            </td>
            <td className={cells.numeric}>{figures.days(sinceBefore)}</td>
            <td className={cells.numeric}>{figures.days(sinceJoining)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** Units or cohorts beside one another: how many joined, and days to each step. */
export function GroupTable({ label, head, groups }: { label: string; head: string; groups: Shown['units'] }) {
  const t = useTexts(joiningTexts)
  const figures = useFigures()
  return (
    <Table
      label={label}
      head={
        <tr>
          <th scope="col">{head}</th>
          <th scope="col" className={cells.numeric}>
            {t('journey.members')}
          </th>
          {compared.map((step) => (
            <th key={step} scope="col" className={cells.numeric}>
              {t(`journey.short.${step}`)}
            </th>
          ))}
        </tr>
      }
    >
      <tbody>
        {groups.map((group) => (
          <tr key={group.name}>
            <th scope="row">{group.name}</th>
            <td className={cells.numeric}>{figures.count(group.joined)}</td>
            {compared.map((step) => (
              <td key={step} className={cells.numeric}>
                {figures.days(group.steps.find((each) => each.step === step)?.sinceJoining ?? null)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
