import type { z } from 'zod'
import { useTexts } from '#web/language.tsx'
import { Disclosure, Stack } from '#web/ui/index.ts'
import { documentTexts } from '../../messages/document.ts'
import type { listReferences } from '../../operations/list-references.ts'
import { documentPageTexts } from './document-texts.ts'
import styles from './document.module.css'

export type ReferenceGroups = z.output<typeof listReferences.output>['groups']

/** What a text can refer to, group by group: what it is, what it prints now, and how it is written. */
export function ReferenceList({ groups, open }: { groups: ReferenceGroups; open: boolean }) {
  const t = useTexts(documentPageTexts)
  const words = useTexts(documentTexts)
  return (
    <Stack gap="tight">
      {groups.map(({ group, choices, found }) => (
        <Disclosure key={group} summary={`${words(`choice.group.${group}`)} (${found})`} open={open}>
          <ul role="list" className={styles.choices}>
            {choices.map((choice) => (
              <li key={choice.text}>
                <span>{choice.label}</span>
                {choice.printed === null ? null : <strong>{choice.printed}</strong>}
                <code className={styles.reference}>{choice.text}</code>
              </li>
            ))}
          </ul>
          {found > choices.length ? <p>{t('references.more', { shown: choices.length, found })}</p> : null}
        </Disclosure>
      ))}
    </Stack>
  )
}
