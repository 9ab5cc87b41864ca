import type { Command } from '../command.ts'

/** Puts everything into one file, beside a server that runs or without. */
export const command: Command = {
  name: 'backup',
  summary: {
    sv: 'Säkerhetskopiera allt till en fil. Går bra medan Kansli är igång.',
    en: 'Back up everything to one file. Can be done while Kansli runs.',
  },
  help: {
    sv: `kansli backup <fil eller mapp> [--overwrite]

Skriver alla tabeller, alla filer och systemets hemlighet till en fil, läser den sedan från början till slut och
säger vad den innehåller. Filen är en vanlig .tar.gz. Den innehåller personuppgifter: förvara den säkert.

  <mapp>             filen får ett namn efter dag och tid
  --overwrite        ersätt en fil som redan finns`,
    en: `kansli backup <file or folder> [--overwrite]

Writes all tables, all files and the system's secret to one file, then reads it from end to end and says what it
holds. The file is an ordinary .tar.gz. It holds personal data: keep it safe.

  <folder>           the file is named after day and time
  --overwrite        replace a file that is there`,
  },
  async run(words, terminal) {
    const { backUp } = await import('../backup/back-up.ts')
    return backUp(words, terminal)
  },
}
