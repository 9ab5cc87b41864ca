import { useTexts } from '#web/language.tsx'
import { Tabs } from '#web/ui/index.ts'
import { personsTexts } from './persons-texts.ts'

export type RegisterPart =
  | 'register'
  | 'lists'
  | 'joining'
  | 'imports'
  | 'members'
  | 'skills'
  | 'duplicates'
  | 'protected'
  | 'privacy'
  | 'settings'

const addresses: Record<RegisterPart, string> = {
  register: '/people',
  lists: '/people/lists',
  joining: '/people/welcome',
  imports: '/people/import',
  members: '/people/members',
  skills: '/people/skills',
  duplicates: '/people/duplicates',
  protected: '/people/protected',
  privacy: '/people/erasures',
  settings: '/people/settings',
}

/** The parts of the register that somebody may open. */
export function RegisterLinks({ parts, current }: { parts: readonly RegisterPart[]; current: RegisterPart }) {
  const t = useTexts(personsTexts)
  return (
    <Tabs
      label={t('parts')}
      tabs={parts.map((part) => ({
        href: addresses[part],
        label: t(`part.${part}`),
        current: part === current,
      }))}
    />
  )
}
