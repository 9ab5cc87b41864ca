import type { SeededRandom } from './seeded-random.ts'

const words = (text: string) => text.trim().split(/\s+/)

/** Common given names by when those who have them were born; the most common first. */
const givenNames: readonly { bornUntil: number; names: readonly string[] }[] = [
  {
    bornUntil: 1959,
    names:
      words(`Karin Lars Ingrid Karl Margareta Nils Birgitta Sven Kerstin Göran Gunilla Bengt Marianne Leif Barbro
      Rolf Gun Stig Ulla Arne Inger Åke Siv Kjell Britt Olle Berit Gösta Anita Hans Märta Erik Elsa Bertil Astrid Börje`),
  },
  {
    bornUntil: 1984,
    names:
      words(`Anna Anders Maria Fredrik Eva Johan Lena Mikael Kristina Peter Annika Thomas Åsa Mats Katarina Magnus
      Susanne Jonas Helena Stefan Malin Henrik Sofia Patrik Jenny Niklas Camilla Daniel Linda Andreas Ulrika Björn
      Charlotte Tobias Pernilla Håkan Jessica Mattias Therese Christer Anneli Robert`),
  },
  {
    bornUntil: 2030,
    names:
      words(`Elin Oscar Alice Viktor Emma William Julia Lucas Ebba Hugo Maja Elias Wilma Axel Ella Filip Moa Emil
      Saga Oliver Matilda Isak Alva Anton Tilda Albin Nora Ludvig Tyra Melker Ester Sixten Freja Love Selma Edvin
      Klara Vilgot Agnes Kim Robin`),
  },
]
const secondNames = words('Maria Lena Karin Erik Anders Olof Britt Stina Marie Lisa')

/** Made of what no family is called: a word for what is invented, and an ending that families have. */
const beginnings =
  words(`Exempel Påhitt Låtsas Prov Sago Fabel Dikt Dröm Sken Gåt Skrön Fantasi Mönster Låtsan Fabul
  Tänk Luft Moln Dimm Skugg Vits Rims Versa Krumel Snirkel Lurv Pyssel Kråm Trall Visel Knåp Figur Skiss Utkast`)
const endings =
  words(`ström gren kvist lund berg dal man stedt sjö holm blad rot äng hed vik mo löv sten fors backe
  hammar skog näs ås bro kulla mark rud torp brink`)
const patronyms =
  words(`Exempelsson Påhittsson Provsson Sagosson Fabelsson Diktsson Drömsson Skrönsson Gåtsson Molnsson
  Dimmsson Rimsson Mönstersson Låtsasson Skissesson Fabulsson`)

const familyNames = [
  ...patronyms,
  ...endings.flatMap((ending) => beginnings.map((beginning) => `${beginning}${ending}`)),
]

/** Names of other languages, the family's made of that language's word for an example or something invented. */
const elsewhere: readonly { language: string; given: readonly string[]; family: readonly string[] }[] = [
  {
    language: 'fi',
    given: words('Aino Juhani Helmi Tapio Marjatta Eero Päivi Jukka'),
    family: words('Esimerkkinen Keksilä Tarinainen Satunen Mallila Arvoitusniemi'),
  },
  {
    language: 'ar',
    given: words('Layla Omar Fatima Yusuf Mariam Hassan Noor Ali Zahra Ibrahim'),
    family: words('al-Mithali Namudhaji al-Khayali Qissawi al-Wahmi Hikayati'),
  },
  {
    language: 'bs',
    given: words('Amra Emir Jasmina Goran Mirela Zoran Selma Dragan'),
    family: words('Primjerović Izmišlić Bajkić Uzorčević Maštović'),
  },
  {
    language: 'fa',
    given: words('Shirin Reza Parisa Dariush Nasrin Kaveh Roya Behrouz'),
    family: words('Nemunepour Khialzadeh Afsanezadeh Mesalian Dastanpour'),
  },
  {
    language: 'so',
    given: words('Hodan Abdi Ifrah Mohamed Sahra Warsame Ayaan Jama'),
    family: words('Tusaale Sheekeeye Malo-Awaal Khiyaali'),
  },
  {
    language: 'pl',
    given: words('Agnieszka Piotr Katarzyna Tomasz Ewa Marek'),
    family: words('Przykładowski Zmyślony Bajkowska Wzorzec'),
  },
  {
    language: 'tr',
    given: words('Ayşe Mehmet Elif Murat Zeynep Kemal'),
    family: words('Örnekoğlu Masalcı Hayaloğlu Uydurmaz'),
  },
  {
    language: 'es',
    given: words('Lucía Diego Carmen Pablo Valentina Mateo'),
    family: words('Ejemplez Inventadero Cuentosa Fingidez'),
  },
  {
    language: 'en',
    given: words('Alison Graham Beth Colin Megan Stuart'),
    family: words("Sampleton Fabelworth O'Fiction Storyham Made-Up"),
  },
]

export type InventedName = { givenName: string; familyName: string; languages: string[] }

/** A name of a person born in a year. Nine of ten are Swedish. */
export function inventedName(random: SeededRandom, born: number): InventedName {
  if (random.chance(0.12)) {
    const { language, given, family } = random.pick(elsewhere)
    return { givenName: random.pick(given), familyName: random.pick(family), languages: ['sv', language] }
  }
  const familyName = random.chance(0.3) ? random.common(patronyms) : random.common(familyNames)
  const doubled = random.chance(0.03) ? `${familyName} ${random.common(patronyms)}` : familyName
  return { givenName: inventedGivenName(random, born), familyName: doubled, languages: ['sv'] }
}

/** A given name of somebody born in a year; some have a double one. */
export function inventedGivenName(random: SeededRandom, born: number): string {
  const { names } = givenNames.find(({ bornUntil }) => born <= bornUntil) ?? givenNames.at(-1)!
  const name = random.common(names)
  const second = random.pick(secondNames)
  return random.chance(0.06) && second !== name ? `${name}${random.pick(['-', ' '])}${second}` : name
}

/** A family name, for somebody who takes another. */
export function inventedFamilyName(random: SeededRandom): string {
  return random.common(familyNames)
}
