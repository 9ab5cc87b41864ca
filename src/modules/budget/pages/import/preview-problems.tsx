import { useTexts } from '#web/language.tsx'
import { Card, Status } from '#web/ui/index.ts'
import { importTexts } from './import-texts.ts'

type Message = { key: string; params: Record<string, string | number> }

export type ProblemSeen = {
  severity: string
  place: { file: string; sheet: string | null; address: string }
  message: Message
}

/** As many as somebody reads; the rest is counted. */
const shown = 100

const tones = { error: 'bad', warning: 'warn', notice: 'info' } as const

/** What could not be understood in the files, cell by cell, the worst first. */
export function PreviewProblems({
  problems,
  words,
}: {
  problems: readonly ProblemSeen[]
  words: (message: Message) => string
}) {
  const t = useTexts(importTexts)
  if (problems.length === 0) return null
  const order = Object.keys(tones)
  const sorted = problems.toSorted(
    (one, other) => order.indexOf(one.severity) - order.indexOf(other.severity),
  )
  return (
    <Card title={t('preview.problems')}>
      <ul>
        {sorted.slice(0, shown).map(({ severity, place, message }) => (
          <li key={`${place.file} ${place.address} ${message.key} ${JSON.stringify(message.params)}`}>
            <Status tone={tones[severity as keyof typeof tones]}>
              {t(`severity.${severity as keyof typeof tones}`)}
            </Status>{' '}
            {place.address
              ? t('place', {
                  file: place.file,
                  sheet: place.sheet ? ` (${place.sheet})` : '',
                  address: place.address,
                })
              : place.file}
            : {words(message)}
          </li>
        ))}
      </ul>
      {problems.length > shown ? (
        <p>{t('preview.problems.more', { count: problems.length - shown })}</p>
      ) : null}
    </Card>
  )
}
