import type { Command } from '../command.ts'

/** Checks a printed budget without a database or a server; the example's folder or one's own files. */
export const command: Command = {
  name: 'budget check',
  summary: {
    sv: 'Kontrollera att siffrorna i en budget stämmer med varandra. Behöver ingen databas.',
    en: 'Check that the figures of a budget agree with each other. Needs no database.',
  },
  help: {
    sv: `kansli budget check MAPP|FIL … [--format text|json] [--language sv|en] [--all] [--fail-on error|warning]

Läser XLSX, CSV, inklistrade tabeller (.txt) och Kanslis egen JSON, och håller varje siffra mot varje annan som
den ska stämma med. En mapp läses som en budget.

  --format json      allt som hittades, för andra program
  --all              visa varje siffra, också när många har samma orsak
  --fail-on error    sluta med kod 1 när det finns fel (warning: också vid varningar)

Kod 0: kontrollen är gjord, vad den än fann. Kod 1: något gick inte att läsa, eller --fail-on. Kod 2: fel skrivet.`,
    en: `kansli budget check FOLDER|FILE … [--format text|json] [--language sv|en] [--all] [--fail-on error|warning]

Reads XLSX, CSV, pasted tables (.txt) and Kansli's own JSON, and holds every figure against every other that it
must agree with. A folder is read as one budget.

  --format json      everything that was found, for other programs
  --all              show every figure, also when many have one cause
  --fail-on error    end with code 1 when there are errors (warning: also for warnings)

Code 0: the check was made, whatever it found. Code 1: something could not be read, or --fail-on. Code 2: written wrongly.`,
  },
  async run(words, terminal) {
    const { checkBudget } = await import('../budget-check/check-budget.ts')
    return checkBudget(words, terminal)
  },
}
