import type { Command } from '../command.ts'

/** Puts a backup in place of what is there, or only reads it. */
export const command: Command = {
  name: 'restore',
  summary: {
    sv: 'Läs tillbaka en säkerhetskopia, eller bara kontrollera den. Kansli ska vara stoppat.',
    en: 'Restore a backup, or only verify it. Kansli must not be running.',
  },
  help: {
    sv: `kansli restore <fil> [--verify] [--replace] [--yes]

Läser hela filen, och ändrar ingenting om den är skadad, avkortad eller gjord av en nyare version. Läser sedan
tillbaka allt eller inget, och jämför varje tabell med kopian. Fungerar mellan den inbyggda databasen och
PostgreSQL, åt båda hållen: så flyttar man.

  --verify           kontrollera filen och säg vad den innehåller, ändra ingenting
  --replace          ersätt det som finns i systemet (annars måste det vara tomt)
  --yes              fråga inte`,
    en: `kansli restore <file> [--verify] [--replace] [--yes]

Reads the whole file, and changes nothing if it is damaged, cut off or made by a newer version. Then restores
everything or nothing, and compares every table with the backup. Works between the embedded database and
PostgreSQL, both ways: that is how one moves.

  --verify           check the file and say what it holds, change nothing
  --replace          replace what is in the system (otherwise it must be empty)
  --yes              do not ask`,
  },
  async run(words, terminal) {
    const { restoreBackup } = await import('../backup/restore-backup.ts')
    return restoreBackup(words, terminal)
  },
}
