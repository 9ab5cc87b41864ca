import { useTexts } from '#web/language.tsx'
import { Button, Card, Stack, TextField } from '#web/ui/index.ts'
import type { CarryingThing } from '../../rules/priorities/coverage.ts'
import { priorityTexts } from './priorities-texts.ts'
import { ThingAmounts } from './thing-amounts.tsx'
import styles from './priorities.module.css'

type Kind = { kind: string; one: string; several: string }

/** What carries a priority, kind by kind; whoever may tag may also take off. */
export function CarriedBy({
  things,
  kinds,
  mayTag,
}: {
  things: readonly CarryingThing[]
  kinds: readonly Kind[]
  mayTag: boolean
}) {
  const t = useTexts(priorityTexts)
  return (
    <Card title={things.length === 0 ? t('carriesNone') : t('carries')}>
      {things.length === 0 ? <p>{t(mayTag ? 'carriesNoneText' : 'carriesNoneReader')}</p> : null}
      {kinds.map(({ kind, one, several }) => {
        const own = things.filter((thing) => thing.kind === kind)
        return own.length === 0 ? null : (
          <Stack key={kind}>
            <h3>{own.length === 1 ? one : several}</h3>
            <ul className={styles.things} role="list">
              {own.map((thing) => (
                <li key={thing.id} className={styles.thing}>
                  <ThingWords thing={thing} />
                  {mayTag ? (
                    <form method="post">
                      <input type="hidden" name="change" value="untagged" />
                      <input type="hidden" name="kind" value={thing.kind} />
                      <input type="hidden" name="thingId" value={thing.id} />
                      <Button small kind="quiet" aria-label={t('untagNamed', { name: thing.title })}>
                        {t('untag')}
                      </Button>
                    </form>
                  ) : null}
                </li>
              ))}
            </ul>
          </Stack>
        )
      })}
    </Card>
  )
}

/** A search among what could carry the priority, and what it found. */
export function FindThings({
  words,
  candidates,
}: {
  words: string | null
  candidates: readonly { kind: string; word: string; total: number; things: CarryingThing[] }[] | null
}) {
  const t = useTexts(priorityTexts)
  return (
    <Card title={t('find')} id="find">
      <search>
        <form className={styles.filters} action="#find">
          <TextField
            label={t('words')}
            hint={t('wordsHint')}
            name="words"
            type="search"
            maxLength={100}
            defaultValue={words ?? ''}
          />
          <Button>{t('search')}</Button>
        </form>
      </search>
      {candidates?.length === 0 ? <p>{t('foundNone')}</p> : null}
      {candidates?.map(({ kind, word, total, things }) => (
        <Stack key={kind}>
          <h3>{word}</h3>
          <ul className={styles.things} role="list">
            {things.map((thing) => (
              <li key={thing.id} className={styles.thing}>
                <ThingWords thing={thing} />
                <form method="post">
                  <input type="hidden" name="change" value="tagged" />
                  <input type="hidden" name="kind" value={thing.kind} />
                  <input type="hidden" name="thingId" value={thing.id} />
                  <input type="hidden" name="words" value={words ?? ''} />
                  <Button small aria-label={t('tagNamed', { name: thing.title })}>
                    {t('tag')}
                  </Button>
                </form>
              </li>
            ))}
          </ul>
          {total > things.length ? (
            <p className={styles.soft}>{t('foundMore', { shown: things.length, total })}</p>
          ) : null}
        </Stack>
      ))}
    </Card>
  )
}

/** What a thing is called, where it stands, and its amounts. */
function ThingWords({ thing }: { thing: CarryingThing }) {
  return (
    <div>
      <a href={thing.address}>{thing.title}</a>{' '}
      <span className={styles.soft}>
        {thing.group}
        <ThingAmounts amounts={thing.amounts} />
      </span>
    </div>
  )
}
