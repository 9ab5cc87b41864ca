import { found } from '#platform/operations/problem.ts'
import { codeOf } from '../document/references/reference-data.ts'
import { getDocument } from '../operations/get-document.ts'
import { getWorkbench } from '../operations/get-workbench.ts'
import { reorderChapters } from '../operations/reorder-chapters.ts'
import { writeChapter } from '../operations/write-chapter.ts'
import type { DemoCall } from './load-example.ts'

type ExampleChapter = {
  number: string
  title: string
  /** How the public board's name begins, for a chapter about one. */
  board: string | null
  text: string
}

/**
 * The example's chapters: invented words around the example's figures. `«Tågvärdar»` stands for the code of the row
 * that begins so.
 */
const chapters: ExampleChapter[] = [
  {
    number: '1',
    title: 'Förslaget i korthet',
    board: null,
    text: `Vi ändrar anslagen med :ändring{år=2025} under 2025 och betalar för det. Resultatet blir :resultat{år=2025}, mot :basresultat{år=2025} i majoritetens förslag och ett krav på :krav{år=2025}.

## Varifrån pengarna kommer

Det mesta kommer av en höjd skatt. Tabellen visar vägen från majoritetens resultat till vårt, år för år.

::resultat{}

## Vad de används till

- Vården och tandvården får :ändring[Hälso- och sjukvårdsnämnden]{nämnd=halso-och-sjukvardsnamnden år=2025} och :ändring[Primärvårdsnämnden]{nämnd=primarvardsnamnden år=2025} mer.
- Kollektivtrafiken får :ändring[Trafiknämnden]{nämnd=trafiknamnden år=2025} mer 2025 och :ändring[Trafiknämnden]{nämnd=trafiknamnden år=2026} mer 2026.
- Kulturen får :ändring[Kulturnämnden]{nämnd=kulturnamnden år=2025} mer.

Alla belopp i texten är hänvisningar till siffrorna. Ändras en siffra på arbetsbordet ändras den här också.`,
  },
  {
    number: '3',
    title: 'Personal',
    board: null,
    text: `Den som arbetar dygnet runt ska orka göra det länge. Vi satsar :belopp[Personalsatsningar]{rad=«Personalsatsningar» år=2025} på personalen i den verksamhet som aldrig stänger.

På pendeltågen återinförs tågvärdarna. Det kostar :belopp[Tågvärdar]{rad=«Tågvärdar»}.

## Uppdrag

::uppdragen{kapitel=3}`,
  },
  {
    number: '5',
    title: 'Hälso- och sjukvård',
    board: 'Hälso- och sjukvårdsnämnden',
    text: `Nämndens anslag blir :summa{nämnd=halso-och-sjukvardsnamnden år=2025} 2025, mot :bas{nämnd=halso-och-sjukvardsnamnden år=2025} i majoritetens förslag.

::tabell[Hälso- och sjukvårdsnämnden]{nämnd=halso-och-sjukvardsnamnden}

## Primärvård

Vårdcentralerna räknas upp med ytterligare :belopp[Vårdcentraler]{rad=«Ytterligare uppräkning» år=2025}.

::tabell[Primärvårdsnämnden]{nämnd=primarvardsnamnden}`,
  },
  {
    number: '6',
    title: 'Kollektivtrafik',
    board: 'Trafiknämnden',
    text: `Priset på månadskortet fryses, vilket kostar :belopp[Månadskort]{rad=«Fryst SL-Taxa» år=2025} 2025. En ny taxa för barn och unga kostar :belopp[Taxereform]{rad=«Taxereform» år=2025}.

::tabell[Trafiknämnden]{nämnd=trafiknamnden}

## Uppdrag

::uppdragen{kapitel=6}`,
  },
  {
    number: '8',
    title: 'Kultur',
    board: 'Kulturnämnden',
    text: `Verksamhetsstödet räknas upp med :belopp[Verksamhetsstöd]{rad=«Uppräkning verksamhetsstöd» år=2025}, och studieförbunden får :belopp[Studieförbund]{rad=«Ökade anslag studieförbund» år=2025} mer.

::tabell[Kulturnämnden]{nämnd=kulturnamnden}`,
  },
]

/**
 * Writes the example's chapters, so that the document has something to show and to try. Those whose number was read in
 * with the figures are there already, without a text.
 */
export async function writeExampleChapters(
  call: DemoCall,
  target: { bookId: string; versionId: string },
): Promise<void> {
  const { rows, boards } = await call(getWorkbench, target)
  const { chapters: there } = await call(getDocument, target)
  const code = (begins: string) => codeOf(found(rows.find((row) => row.label.startsWith(begins))).id)
  const added: string[] = []
  for (const { number, title, board, text } of chapters) {
    const before = there.find((chapter) => chapter.number === number)
    const { chapterId } = await call(writeChapter, {
      ...target,
      ...(before ? { chapterId: before.id } : {}),
      expectedRevision: before?.revision ?? 0,
      number,
      title,
      publicBoardId: board === null ? null : found(boards.find((each) => each.name.startsWith(board))).id,
      text: text.replaceAll(/«(.+?)»/gu, (_, begins: string) => code(begins)),
    })
    if (!before) added.push(chapterId)
  }
  await call(reorderChapters, { ...target, chapterIds: [...added, ...there.map((chapter) => chapter.id)] })
}
