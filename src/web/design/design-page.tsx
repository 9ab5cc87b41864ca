import { useTexts } from '../language.tsx'
import { ButtonLink, Card, classes, PageHead, Row } from '../ui/index.ts'
import { designTexts } from './design-texts.ts'
import { specimenGroups } from './specimens.tsx'
import type { Tokens } from './tokens.ts'
import { TokensSection } from './tokens-section.tsx'
import styles from './design.module.css'

/** Components that need the whole width to be seen as they are used. */
const wide = new Set(['Notice', 'Disclosure', 'Table', 'Bar', 'Facts', 'Tabs', 'Columns', 'Row', 'Prose'])

/**
 * Every part the interface is built of, in every state, and the tokens they are made of.
 * @param tokens as read from the style sheet that defines them
 */
export function DesignPage({ tokens }: { tokens: Tokens }) {
  const t = useTexts(designTexts)
  const groups = specimenGroups(t)
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        crumbs={[{ href: '/', label: t('home') }]}
        crumbsLabel={t('crumbs')}
        actions={<ButtonLink href="#colours">{t('colours')}</ButtonLink>}
      />
      <nav aria-label={t('contents')}>
        <Row>
          {groups.map(({ group }) => (
            <a key={group} href={`#${group}`}>
              {t(`group.${group}`)}
            </a>
          ))}
          {(['colours', 'type', 'spacing'] as const).map((key) => (
            <a key={key} href={`#${key}`}>
              {t(key)}
            </a>
          ))}
        </Row>
      </nav>
      {groups.map(({ group, components }) => (
        <Card key={group} id={group} title={t(`group.${group}`)}>
          {components.map(({ name, states }) => (
            <section key={name} id={name} className={styles.specimen} aria-labelledby={`${name}-name`}>
              <h3 id={`${name}-name`}>{name}</h3>
              <div className={classes(styles.states, wide.has(name) && styles.wide)}>
                {states.map((state) => (
                  <figure key={state.name}>
                    {state.shown}
                    <figcaption>{t(state.name)}</figcaption>
                  </figure>
                ))}
              </div>
            </section>
          ))}
        </Card>
      ))}
      <TokensSection tokens={tokens} />
    </>
  )
}
