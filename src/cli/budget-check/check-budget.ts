import { checkBook } from '#modules/budget/rules/check/check.ts'
import { readBook } from '#modules/budget/rules/reading/read-book.ts'
import { WrongUse } from '../command.ts'
import { cliTexts } from '../messages/cli.ts'
import type { Terminal } from '../terminal.ts'
import { takeApart, takeOption, type Said } from '../words.ts'
import { checkCommandTexts } from './messages/check-command.ts'
import { filesAt } from './files.ts'
import { problemSentence } from './problems.ts'
import { reportJson } from './report-json.ts'
import { reportText } from './report-text.ts'

type Wanted = { paths: string[]; format: 'text' | 'json'; all: boolean; failOn: 'error' | 'warning' | null }

/** Reads a budget, checks it and says what was found. @returns the exit code */
export async function checkBudget(words: readonly string[], terminal: Terminal): Promise<number> {
  const wanted = wantedBy(takeApart(words), terminal)
  const { files, folder } = await filesAt(wanted.paths, terminal)
  const progress = terminal.progress(checkCommandTexts.in(terminal.language)('reading'))
  const read = await readBook(files, {
    ...(folder === null ? {} : { folder }),
    signal: terminal.signal,
    onProgress: (done, total) => progress.report(done / total),
  }).finally(() => progress.done())
  const report = checkBook(read.book)
  const unreadable = read.problems.filter((problem) => problem.severity === 'error')
  if (wanted.format === 'json') {
    terminal.out(`${JSON.stringify(reportJson(read, report, terminal.language), null, 2)}\n`)
  } else {
    for (const problem of read.problems) {
      if (problem.severity !== 'notice') terminal.error(`${problemSentence(problem, terminal.language)}\n`)
    }
    if (read.book.tables.length > 0) {
      terminal.out(
        reportText(read.book, report, {
          all: wanted.all,
          language: terminal.language,
          width: terminal.width,
        }),
      )
    }
  }
  if (unreadable.length > 0 || read.book.tables.length === 0) {
    if (unreadable.length === 0)
      terminal.error(`${checkCommandTexts.in(terminal.language)('nothingToCheck')}\n`)
    return 1
  }
  const findings = report.checks.slice(0, report.summary.findings)
  const failing = findings.some(
    ({ severity }) => wanted.failOn === 'warning' || (wanted.failOn === 'error' && severity === 'error'),
  )
  return failing ? 1 : 0
}

function wantedBy(said: Said, terminal: Terminal): Wanted {
  const t = cliTexts.in(terminal.language)
  const say = checkCommandTexts.in(terminal.language)
  const option = (name: string) => takeOption(said, name, t('wrong.twice', { name }))
  option('language')
  const format = option('format') ?? 'text'
  const failOn = option('fail-on')
  const all = option('all')
  const [unknown] = said.options.keys()
  if (unknown !== undefined) throw new WrongUse(say('wrong.option', { name: unknown }))
  if (format !== 'text' && format !== 'json') {
    throw new WrongUse(t('wrong.format', { values: 'text, json', value: format }))
  }
  if (failOn !== null && failOn !== 'error' && failOn !== 'warning') {
    throw new WrongUse(say('wrong.failOn', { value: failOn }))
  }
  // `--all folder`: what stands after a word that takes no value is a path.
  const paths = all === null || all === 'true' ? said.words : [all, ...said.words]
  if (paths.length === 0) throw new WrongUse(say('wrong.noPath'))
  return { paths, format, all: all !== null, failOn }
}
