import { openApplication } from '../../application.ts'
import { loadDemo, type DemoSize } from '../../demo/load-demo.ts'
import { readSettings } from '../../platform/settings/settings.ts'
import { CannotBeDone, WrongUse } from '../command.ts'
import type { Terminal } from '../terminal.ts'
import { takeApart } from '../words.ts'
import { demoTexts } from './messages/demo.ts'

/**
 * `kansli demo`: fills an empty system with the invented district.
 * @throws {CannotBeDone} when there is an organisation
 */
export async function fillWithDemo(args: readonly string[], terminal: Terminal): Promise<number> {
  const t = demoTexts.in(terminal.language)
  const size = sizeAsked(args, terminal)
  const settings = readSettings({ LOG_LEVEL: 'fatal', ...terminal.env })
  const began = performance.now()
  const application = await openApplication(settings, { onStep: (line) => terminal.error(`${line}\n`) })
  const loading = terminal.progress(t('loading'))
  try {
    if (!(await loadDemo(application, size))) throw new CannotBeDone(t('occupied'))
    const { owner } = application.database
    const count = async (table: 'people.person' | 'organisation.unit') => {
      const { total } = await owner
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow()
      return Number(total)
    }
    const [people, units] = [await count('people.person'), await count('organisation.unit')]
    terminal.out(`${t('loaded', { people, units, seconds: (performance.now() - began) / 1000 })}\n`)
  } finally {
    loading.done()
    await application.close()
  }
  return 0
}

function sizeAsked(args: readonly string[], terminal: Terminal): DemoSize {
  const t = demoTexts.in(terminal.language)
  const { words, options } = takeApart(args)
  options.delete('language')
  const size = options.get('size')?.at(-1) ?? 'small'
  const isUnknown = words.length > 0 || [...options.keys()].some((name) => name !== 'size')
  if (isUnknown || (size !== 'small' && size !== 'large')) throw new WrongUse(t('usage'))
  return size
}
