/** What the invented district's bodies work by. */
export const firstStandingOrders = `§ 1 Styrelsen möts en gång i månaden, utom i juli.

§ 2 Ordföranden kallar till möte. Kallelsen går ut senast en vecka före mötet.

§ 3 Styrelsen beslutar när mer än hälften av ledamöterna är närvarande.

§ 4 Protokollet justeras av ordföranden och en ledamot inom fjorton dagar.

§ 5 Kassören redovisar ekonomin vid varje möte.`

export const laterStandingOrders = `§ 1 Styrelsen möts en gång i månaden, utom i juli. Den som inte kan komma får vara med på distans.

§ 2 Ordföranden kallar till möte. Kallelsen går ut senast en vecka före mötet.

§ 3 Underlagen följer med kallelsen. Det som kommer senare tas upp bara om ingen säger nej.

§ 4 Styrelsen beslutar när mer än hälften av ledamöterna är närvarande.

§ 5 Protokollet justeras av ordföranden och en ledamot inom fjorton dagar.

§ 6 Kassören redovisar ekonomin vid varje möte.`

export const workingMethods = `Möten

1. Gruppen möts måndagen före varje sammanträde i fullmäktige.

2. Den som leder ett ärende skickar sitt förslag till de andra senast på fredagen.

Mellan mötena

3. Frågor till föreningarna ställs i god tid, och svaren läses upp på mötet.

4. Gruppledaren utåt svarar på frågor från medier. Andra hänvisar dit.`

export const statutes = `§ 1 Föreningen heter som orten och hör till distriktet.

§ 2 Den som delar föreningens ändamål får bli medlem.

§ 3 Årsmötet är föreningens högsta beslutande organ och hålls före den 15 mars.

§ 4 Styrelsen har en ordförande, en kassör och minst tre ledamöter, valda av årsmötet för ett år.

§ 5 Stadgarna ändras av två möten i följd, varav det ena är ett årsmöte.`
