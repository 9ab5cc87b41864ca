import { useTexts } from '#web/language.tsx'
import { cells, classes, Disclosure, Table } from '#web/ui/index.ts'
import type { Figure } from '../../../document/model/document.ts'
import styles from '../public.module.css'
import { publicTexts } from '../public-texts.ts'
import type { RowSources, ShownFigure, ShownTerm } from '../row-sources.ts'
import { sourceWords, unitName } from './words.ts'

/** Each figure of a row with where it comes from: the line it was read from, or what it is made up of. */
export function RowFigures({ sources }: { sources: RowSources }) {
  return sources.figures.map((each) => <FigureSource key={each.column} shown={each} sources={sources} />)
}

function FigureSource({
  shown: { column, label, figure, how },
  sources: { row, anchor },
}: {
  shown: ShownFigure
  sources: RowSources
}) {
  const t = useTexts(publicTexts)
  return (
    <section id={column} className={classes(styles.section, styles.source)}>
      <h2 lang="sv">{label}</h2>
      <p className={styles.large}>
        {figure.printed} {figure.unit === 'percent' ? null : <small>{unitName(figure.unit, t)}</small>}
      </p>
      <p>{originWords(figure, how, anchor, t)}</p>
      {figure.source === null ? null : (
        <p className={styles.note}>
          {t(figure.origin === 'outside' || figure.origin === 'own' ? 'source.read' : 'source.row', {
            source: sourceWords(figure.source, t),
          })}
        </p>
      )}
      {how !== null && how.terms.length > 0 ? (
        <>
          <Table
            label={`${row}, ${label}`}
            caption={<span lang="sv">{how.says}</span>}
            head={
              <tr>
                <th scope="col">{t('how.part')}</th>
                <th scope="col" className={cells.numeric}>
                  {t('how.amount')}
                </th>
                <th scope="col">{t('how.source')}</th>
              </tr>
            }
          >
            <tbody lang="sv">
              {how.terms.map((term, at) => (
                // The terms of a frozen figure never change places.
                // oxlint-disable-next-line react/no-array-index-key
                <TermRow key={at} term={term} sum={how.computed === null} />
              ))}
            </tbody>
          </Table>
          {how.terms
            .filter((term) => term.found.length > 0)
            .map((term) => (
              <Disclosure key={term.label} summary={t('how.found', { label: term.label })}>
                <p>{t('how.foundText')}</p>
                <ul lang="sv" role="list" className={styles.list}>
                  {term.found.map((each, at) => (
                    // oxlint-disable-next-line react/no-array-index-key
                    <li key={at}>
                      <span>{each.label}</span>
                      <span className={styles.beside}>{each.printed}</span>
                      {each.source === null ? null : (
                        <span className={styles.note}>{sourceWords(each.source, t)}</span>
                      )}
                    </li>
                  ))}
                </ul>
              </Disclosure>
            ))}
        </>
      ) : null}
    </section>
  )
}

function TermRow({ term, sum }: { term: ShownTerm; sum: boolean }) {
  const t = useTexts(publicTexts)
  return (
    <tr>
      <th scope="row">{term.href === null ? term.label : <a href={term.href}>{term.label}</a>}</th>
      <td className={cells.numeric}>
        {sum && term.sign < 0 ? (
          <>
            <span className="visually-hidden">{t('how.minus')}</span>
            <span aria-hidden="true">− </span>
          </>
        ) : null}
        {term.printed}
      </td>
      <td>{term.source === null ? '' : sourceWords(term.source, t)}</td>
    </tr>
  )
}

type Say = ReturnType<typeof publicTexts.in>

/** In a sentence, what kind of figure it is. */
function originWords(figure: Figure, how: ShownFigure['how'], anchor: string, t: Say): string {
  if (figure.origin === 'override' || how?.kind === 'override') return t('origin.override')
  if (how?.kind === 'base') return t('origin.base')
  if (how?.computed) return t(`computed.${how.computed}`)
  if (how !== null) return t('origin.sum')
  if (figure.origin === 'own') return t('origin.own')
  if (figure.origin === 'outside') return t('origin.printed')
  // Rows of the way from the base's result to ours, which are not made up of others.
  if (anchor === 'required' || anchor === 'difference') return t(`origin.${anchor}`)
  return figure.unit === 'percent' ? t('origin.share') : t('origin.given')
}
