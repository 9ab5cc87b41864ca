import { foldedParts } from './folded-name.ts'

/** Names that one and the same person goes by. A name stands in one line only. */
const groups = `
  karl kalle carlo
  lars lasse
  nils nisse niels
  bengt benke benkt
  margareta greta margaretha maggan margit
  birgitta gittan britta brita
  gunilla nilla
  anders adde andreas
  fredrik fredde
  mikael micke mikkel michael mike
  kristina kicki stina kerstin christine tina
  katarina kattis karin carina katrin
  johan johnny john jonne johannes
  stefan steffe steffan
  magnus mange
  mattias matte matthias
  susanne sussi susanna sanna
  camilla millan
  viktor vicke
  william wille ville vilhelm
  oscar ogge oskar
  filip fille
  per pelle pär peter petter petrus
  erik jerker eric
  gustav gösta gustaf
  bertil berra
  björn nalle
  göran jörgen georg
  hans hasse
  jan janne
  kjell kjelle
  leif leffe
  olof olle ola olov
  robert robban robin
  tomas tompa thomas
  sven svenne
  thorbjörn tobbe torbjörn
  tobias tobbi
  ulf uffe
  daniel danne
  henrik henke
  jonas jonte jonatan
  krister krille christer
  kristian chrille christian
  patrik putte
  joakim jocke kim
  sebastian sebbe
  alexander alex sandra
  elisabet lisa lisbet elsa betty bettan elisabeth
  maria maja mia marie mary
  johanna hanna jossan
  anna ann anne anneli annika
  barbro babben barbara
  charlotta lotta charlotte
  eleonora nora
  fredrika rika
  gunvor gun
  helena lena helene elena
  ingrid inga
  ingegerd inger
  isabella bella
  josefina fina josefin
  julia julle
  katja katinka
  kajsa kaisa
  linnea linn
  louise lovisa lollo
  magdalena malin magda
  matilda tilda
  monika monica
  rebecka becka
  sofia sofie fia
  teresa tessan therese
  ulrika ulla
  viktoria vickan
  wilhelmina mina vilma
  mohamed muhammad mohammed mohammad
  yusuf youssef josef
  hussein hossein
  fatima fatma
  ibrahim ebrahim
  abdullahi abdi`

const groupOf = new Map<string, number>()
for (const [group, line] of groups.trim().split('\n').entries()) {
  for (const name of line.trim().split(/\s+/)) groupOf.set(foldedParts(name)[0]!, group)
}

/** Are two given names, as `foldedParts` gives them, forms of one? */
export function areNicknames(one: string, other: string): boolean {
  const group = groupOf.get(one)
  return group !== undefined && group === groupOf.get(other)
}
