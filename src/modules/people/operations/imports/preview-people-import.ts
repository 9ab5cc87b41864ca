import { z } from 'zod'
import { personalReadOperation } from '#platform/operations/operation.ts'
import { within } from '#platform/running-readings.ts'
import { registrarPolicy } from '../../people-roles.ts'
import { previewOf } from '../../store/imports/preview.ts'
import { personsIn } from '../persons-in.ts'
import { columnMeaning, counts, importRun, plainReasons, reasons, runId, shownRun } from './import-shapes.ts'

/** Milliseconds until somebody who does not wait is told how far it has come. */
const patience = 900

const outcome = z.array(z.object({ line: z.number().int(), reasons }))

/** Shows what an import would do, before it does anything: who is new, what changes, what is left out and why. */
export const previewPeopleImport = personalReadOperation({
  name: 'preview-people-import',
  summary: 'What a handed-over file would create, change, skip and refuse, and why; changes nothing.',
  route: 'GET /people/imports/{runId}/preview',
  policy: registrarPolicy,
  input: z.object({
    runId,
    /** False to be told soon how far it has come, instead of waiting for the end. */
    wait: z.boolean().default(true),
  }),
  output: z.discriminatedUnion('state', [
    z.object({ state: z.literal('reading'), share: z.number() }),
    z.object({
      state: z.literal('read'),
      run: importRun,
      encoding: z.string(),
      /** Lines in another encoding than the others, the first of them; they are read right. */
      otherLines: z.array(z.number().int()),
      otherLineCount: z.number().int(),
      headings: z.array(z.string()),
      repeated: z.array(z.object({ heading: z.string(), columns: z.array(z.number().int()) })),
      columns: z.array(columnMeaning),
      /** The first rows as they stand in the file. */
      firstRows: z.array(z.array(z.string())),
      fields: z.array(z.object({ id: z.uuid(), label: z.string() })),
      counts,
      created: z.array(
        z.object({
          line: z.number().int(),
          name: z.string(),
          unit: z.string(),
          emails: z.array(z.string()),
          phones: z.array(z.string()),
          birthDate: z.string().nullable(),
        }),
      ),
      changed: z.array(
        z.object({
          line: z.number().int(),
          personId: z.uuid(),
          name: z.string(),
          changes: z.array(
            z.object({ what: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
          ),
        }),
      ),
      skipped: outcome,
      refused: outcome,
    }),
  ]),
  example: ({ peopleImports }) => ({ runId: peopleImports.preparedId }),
  audit: (input, output) => ({
    kind: 'peopleImport',
    id: input.runId,
    aboutPersonIds: output.state === 'read' ? personsIn(output.changed) : [],
  }),
  async prepare(context, input) {
    const running = await previewOf(context, input.runId)
    if (input.wait) return { preview: await running.result, share: 1 }
    const done = await within(running, patience)
    return { preview: done?.result ?? null, share: running.share() }
  },
  async run({ db }, _input, { preview, share }) {
    if (!preview) return { state: 'reading' as const, share }
    const { run, file, fields } = preview
    const unit = await db
      .selectFrom('organisation.unit')
      .select('name')
      .where('id', '=', run.unit_id)
      .executeTakeFirstOrThrow()
    return {
      state: 'read' as const,
      run: shownRun({ ...run, unit: unit.name }),
      encoding: file.encoding,
      otherLines: file.otherLines.slice(0, 20),
      otherLineCount: file.otherLines.length,
      headings: file.headings,
      repeated: file.repeated,
      columns: file.columns,
      firstRows: file.firstRows.map((cells) => cells.map((cell) => cell.slice(0, 200))),
      fields: fields.map(({ id, label }) => ({ id, label })),
      counts: preview.counts,
      created: preview.created,
      changed: preview.changed,
      skipped: preview.skipped.map(({ line, reasons: why }) => ({ line, reasons: plainReasons(why) })),
      refused: preview.refused.map(({ line, reasons: why }) => ({ line, reasons: plainReasons(why) })),
    }
  },
})
