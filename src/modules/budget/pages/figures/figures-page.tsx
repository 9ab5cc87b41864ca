import { useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { orProblemPage } from '#web/page-problem.ts'
import { useTexts } from '#web/language.tsx'
import { ButtonLink, Card, cells, EmptyState, Row, Status, Table } from '#web/ui/index.ts'
import { listTables } from '../../operations/get-tables.ts'
import { bookAndVersion } from '../book/book-of.ts'
import { useBook } from '../book/book-layout.tsx'
import { VersionPicker } from '../book/version-picker.tsx'
import { importTexts } from '../import/import-texts.ts'
import { figuresTexts } from './figures-texts.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { visit, book, version } = await bookAndVersion(args)
  const { tables } = await orProblemPage(visit.call(listTables, { bookId: book.id, versionId: version.id }))
  return { book, version, tables }
}

/** Every table of a version, printed and compiled. */
export default function FiguresPage() {
  const { book, version, tables } = useLoaderData<typeof loader>()
  const { mayWrite } = useBook()
  const t = useTexts(figuresTexts)
  const kinds = useTexts(importTexts)
  const root = `/budget/${book.slug}`
  const importLink = mayWrite ? (
    <ButtonLink href={`${root}/import`} {...(tables.length === 0 ? { kind: 'primary' as const } : {})}>
      {t('import')}
    </ButtonLink>
  ) : null
  return (
    <>
      <Row align="between">
        <VersionPicker book={book} current={version.slug} href={(slug) => `${root}/figures/${slug}`} />
        {tables.length > 0 ? importLink : null}
      </Row>
      {tables.length === 0 ? (
        <EmptyState title={t('empty.title')} action={importLink}>
          {t('empty.text')}
        </EmptyState>
      ) : (
        <Card title={version.name}>
          <Table
            label={version.name}
            head={
              <tr>
                <th scope="col">{t('table')}</th>
                <th scope="col">{t('kind')}</th>
                <th scope="col" className={cells.numeric}>
                  {t('rows')}
                </th>
                <th scope="col">{t('origin')}</th>
                <th scope="col">{t('findings')}</th>
              </tr>
            }
          >
            <tbody>
              {tables.map((table) => (
                <tr key={table.key}>
                  <th scope="row">
                    <a href={`${root}/figures/${version.slug}/${encodeURIComponent(table.key)}`}>
                      {table.title}
                    </a>
                  </th>
                  <td>{kinds(`kind.${table.kind as 'other'}`)}</td>
                  <td className={cells.numeric}>{table.rows}</td>
                  <td>
                    {[table.printed ? t('printed') : '', table.compiled ? t('compiled') : '']
                      .filter(Boolean)
                      .join(', ')}
                  </td>
                  <td>
                    {table.findings > 0 ? (
                      <Status tone="warn">{t('findings.count', { count: table.findings })}</Status>
                    ) : (
                      <Status tone="good">{t('findings.none')}</Status>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        </Card>
      )}
    </>
  )
}
