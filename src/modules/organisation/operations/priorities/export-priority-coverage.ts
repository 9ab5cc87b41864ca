import { z } from 'zod'
import { csvText } from '#platform/files/csv-text.ts'
import { exportOperation } from '#platform/operations/operation.ts'
import { slugOf } from '#platform/slug.ts'
import { insideRoles } from '../../inside-roles.ts'
import { coverageRows } from '../../rules/priorities/coverage-rows.ts'
import { organisationTexts } from '../../messages/organisation.ts'
import { readCoverage, type ListCoverage } from '../../store/priorities/coverage.ts'
import { listId } from './priority-shapes.ts'

/** A file that knows which list it is of, for the log. */
class CoverageFile extends File {
  readonly list: ListCoverage['list']
  constructor(text: string, name: string, list: ListCoverage['list']) {
    super([text], name, { type: 'text/csv; charset=utf-8' })
    this.list = list
  }
}

/** The same as the coverage report, as rows for a spreadsheet: each thing under each priority it carries. */
export const exportPriorityCoverage = exportOperation({
  name: 'export-priority-coverage',
  summary: 'What carries each priority of a list as CSV: each thing under each priority it carries.',
  route: 'GET /priority-lists/{listId}/coverage.csv',
  policy: { allow: 'roles', roles: insideRoles },
  input: z.object({ listId, asOf: z.iso.date().optional() }),
  output: z.file(),
  example: ({ organisation }) => ({ listId: organisation.priorityListId }),
  audit: (input, file) => ({
    kind: 'priorityList',
    id: input.listId,
    unitId: file instanceof CoverageFile ? file.list.unitId : null,
    detail: { name: file instanceof CoverageFile ? file.list.title : '' },
  }),
  async run(context, input) {
    const coverage = await readCoverage(context, input)
    const t = organisationTexts.in(context.language)
    const kinds = new Map(coverage.kinds.map((each) => [each.kind, each.one]))
    const rows = coverageRows(coverage, {
      head: [
        t('coverageFile.rank'),
        t('coverageFile.priority'),
        t('coverageFile.row'),
        t('coverageFile.kind'),
        t('coverageFile.thing'),
        t('coverageFile.group'),
        t('coverageFile.unit'),
      ],
      carries: t('coverageFile.carries'),
      sum: t('coverageFile.sum'),
      nothing: t('coverageFile.nothing'),
      without: t('coverageFile.without'),
      kind: (kind) => kinds.get(kind) ?? kind,
    })
    const { list, asOf } = coverage
    const name = `${slugOf(`${t('coverageFile.name')} ${list.title} ${asOf}`)}.csv`
    return new CoverageFile(csvText(rows), name, list)
  },
})
