import type { Command } from '../command.ts'

/** Fills an empty system with an invented district. */
export const command: Command = {
  name: 'demo',
  summary: {
    sv: 'Fyll ett tomt system med ett påhittat distrikt att prova i.',
    en: 'Fill an empty system with an invented district to try things in.',
  },
  help: {
    sv: `kansli demo [--size small|large]

Skapar ett distrikt som inte finns, med föreningar, medlemmar, konton för varje roll och en budget. Alla är påhittade,
och inga brev lämnar systemet. Görs bara när det inte finns någon organisation: peka annars KANSLI_DATA mot en ny mapp.

  --size small       600 medlemmar i 6 föreningar, samma som npm start ger (om inget annat sägs)
  --size large       12 000 medlemmar i 40 föreningar och 8 intresseföreningar, med många års historia`,
    en: `kansli demo [--size small|large]

Makes a district that does not exist, with associations, members, an account for each role and a budget. All of them are
invented, and no mail leaves the system. Done only while there is no organisation: else point KANSLI_DATA to a new folder.

  --size small       600 members in 6 associations, the same as npm start gives (the default)
  --size large       12 000 members in 40 associations and 8 interest associations, with many years of history`,
  },
  async run(words, terminal) {
    const { fillWithDemo } = await import('../demo/fill-with-demo.ts')
    return fillWithDemo(words, terminal)
  },
}
