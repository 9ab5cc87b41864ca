import { useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { orProblemPage } from '#web/page-problem.ts'
import { useLanguage, useTexts } from '#web/language.tsx'
import { ButtonLink, Card, cells, Disclosure, FactList, Row, rows, Segments, Table } from '#web/ui/index.ts'
import { statementsTexts } from '../../messages/statements.ts'
import { explainFigure, type ExplanationShown } from '../../operations/explain-figure.ts'
import { getTable } from '../../operations/get-tables.ts'
import { bookAndVersion } from '../book/book-of.ts'
import { frameTexts } from '../book/frame-texts.ts'
import { printAmount } from '../parts/amount.tsx'
import { say } from '../parts/say.ts'
import { unitWord } from '../parts/units.ts'
import { figuresTexts } from './figures-texts.ts'
import styles from './figures.module.css'

export async function loader(args: LoaderFunctionArgs) {
  const { visit, book, version } = await bookAndVersion(args)
  const { searchParams } = new URL(args.request.url)
  const target = { bookId: book.id, versionId: version.id }
  const subject = searchParams.get('subject') === 'compiled' ? ('compiled' as const) : ('printed' as const)
  const key = args.params['table'] ?? ''
  const table = await orProblemPage(visit.call(getTable, { ...target, table: key, subject }))
  const [row, column] = [searchParams.get('row'), searchParams.get('column')]
  const explained =
    row && column && table.hasCompiled
      ? await visit
          .call(explainFigure, { ...target, subject: 'cell', table: key, row, column })
          .catch(() => null)
      : null
  return { book, version, table, row, column, explanation: explained?.explanation ?? null }
}

/** One table; any figure opens how it came about, down to the line it was printed on. */
export default function TablePage() {
  const {
    book,
    version,
    table,
    row: chosenRow,
    column: chosenColumn,
    explanation,
  } = useLoaderData<typeof loader>()
  const t = useTexts(figuresTexts)
  const words = useTexts(frameTexts)
  const here = `/budget/${book.slug}/figures/${version.slug}/${encodeURIComponent(table.key)}`
  const chosen = table.rows.find((row) => row.key === chosenRow)
  const at = table.columns.findIndex((column) => column.key === chosenColumn)
  const cell = chosen?.cells[at]
  return (
    <>
      <Row align="between">
        <h2>{table.title}</h2>
        <Row>
          {table.hasPrinted && table.hasCompiled ? (
            <Segments
              label={t('origin')}
              tabs={(['printed', 'compiled'] as const).map((subject) => ({
                href: `${here}?subject=${subject}`,
                label: t(subject),
                current: table.subject === subject,
              }))}
            />
          ) : null}
          <ButtonLink small href={`/budget/${book.slug}/figures/${version.slug}`}>
            {t('all')}
          </ButtonLink>
        </Row>
      </Row>
      {chosen && cell ? (
        <Card className={styles.explanation} id="explanation">
          <h3>
            {[chosen.section, chosen.label].filter(Boolean).join(', ')}, {table.columns[at]?.label}
          </h3>
          <FactList
            facts={[
              {
                label: table.subject === 'printed' ? t('printed') : t('compiled'),
                value: cell.printed || t('blank'),
              },
              ...(cell.beside
                ? [{ label: table.subject === 'printed' ? t('compiled') : t('printed'), value: cell.beside }]
                : []),
              ...(cell.sourceLine === null
                ? []
                : [{ label: t('source'), value: `${table.source ?? ''} ${cell.sourceLine}`.trim() }]),
            ]}
          />
          {explanation ? (
            <Disclosure summary={t('explain')} open>
              <Tree node={explanation} decimals={book.decimals} open />
            </Disclosure>
          ) : null}
        </Card>
      ) : null}
      <Card>
        <Table
          label={table.title}
          caption={`${unitWord(table.unit, words)}. ${t('caption')}`}
          head={
            <tr>
              <th scope="col">{t('row')}</th>
              {table.columns.map((column) => (
                <th key={column.key} scope="col" className={cells.numeric}>
                  {column.label}
                </th>
              ))}
            </tr>
          }
        >
          <tbody>
            {table.rows.map((row, place) => {
              const heading = row.section !== (table.rows[place - 1]?.section ?? null) ? row.section : null
              return [
                heading ? (
                  <tr key={`section ${heading} ${row.key}`} className={rows.section}>
                    <th scope="colgroup" colSpan={table.columns.length + 1}>
                      {heading}
                    </th>
                  </tr>
                ) : null,
                <tr
                  key={row.key}
                  id={row.key}
                  className={row.kind === 'sum' ? rows.sum : row.kind === 'ofWhich' ? rows.part : undefined}
                >
                  <th scope="row">{row.label}</th>
                  {row.cells.map((each, index) => {
                    const column = table.columns[index]
                    if (!each || !column) return <td key={column?.key ?? index} />
                    return (
                      <td key={column.key} className={cells.numeric}>
                        <a
                          className={each.findings > 0 ? styles.found : styles.figure}
                          href={`${here}?subject=${table.subject}&row=${encodeURIComponent(row.key)}&column=${encodeURIComponent(column.key)}#explanation`}
                          title={
                            each.findings > 0 ? t('findings.count', { count: each.findings }) : undefined
                          }
                        >
                          {each.printed || '–'}
                        </a>
                        {each.beside ? <span className={styles.beside}>{each.beside}</span> : null}
                      </td>
                    )
                  })}
                </tr>,
              ]
            })}
          </tbody>
        </Table>
      </Card>
    </>
  )
}

/** The way to a figure: what it is made of, each part of which may be opened in turn. */
function Tree({
  node,
  decimals,
  open = false,
}: {
  node: ExplanationShown
  decimals: number
  open?: boolean
}) {
  const line = <TreeLine node={node} decimals={decimals} />
  if (node.children.length === 0) return <div className={styles.leaf}>{line}</div>
  return (
    <details className={styles.tree} open={open}>
      <summary>{line}</summary>
      {node.children.map((child, index) => (
        // The same row may be added twice under different years; its place among its siblings tells them apart.
        <Tree
          // oxlint-disable-next-line react/no-array-index-key
          key={`${child.message.key} ${index}`}
          node={child}
          decimals={decimals}
          open={node.children.length === 1}
        />
      ))}
    </details>
  )
}

function TreeLine({ node, decimals }: { node: ExplanationShown; decimals: number }) {
  const language = useLanguage()
  const source = node.sourceLine ? `${node.sourceLine.source ?? ''} ${node.sourceLine.line}`.trim() : ''
  return (
    <span className={styles.treeLine}>
      <span>
        {node.sign < 0 ? '− ' : ''}
        {say(statementsTexts, language, node.message, decimals)}
        {source ? <span className={styles.soft}> ({source})</span> : null}
      </span>
      <span className={styles.treeAmount}>
        {node.value === null ? '' : printAmount(node.value, decimals)}
      </span>
    </span>
  )
}
