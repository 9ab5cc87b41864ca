import { useTexts } from '#web/language.tsx'
import type { Visit } from '#web/request-context.ts'
import { Tabs } from '#web/ui/index.ts'
import { getMemberJourney } from '../../operations/joining/get-member-journey.ts'
import { getRecruitment } from '../../operations/joining/get-recruitment.ts'
import { listApplications } from '../../operations/joining/list-applications.ts'
import { listJoinPages } from '../../operations/joining/list-join-pages.ts'
import { listWelcomeTasks } from '../../operations/joining/list-welcome-tasks.ts'
import { joiningTexts } from './joining-texts.ts'

const parts = [
  { key: 'welcome', operation: listWelcomeTasks },
  { key: 'applications', operation: listApplications },
  { key: 'recruitment', operation: getRecruitment },
  { key: 'journey', operation: getMemberJourney },
  { key: 'joining', operation: listJoinPages },
] as const

export type JoiningPart = (typeof parts)[number]['key']

/** The parts of joining that a visitor has anything to do with. */
export function joiningParts(visit: Pick<Visit, 'may'>): JoiningPart[] {
  return parts.filter(({ operation }) => visit.may(operation)).map(({ key }) => key)
}

/** The way between them. */
export function JoiningTabs({ shown, current }: { shown: readonly JoiningPart[]; current: JoiningPart }) {
  const t = useTexts(joiningTexts)
  return (
    <Tabs
      label={t('parts')}
      tabs={shown.map((key) => ({
        href: `/people/${key}`,
        label: t(`part.${key}`),
        current: key === current,
      }))}
    />
  )
}
