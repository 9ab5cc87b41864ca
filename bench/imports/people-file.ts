import { inventedName } from '../../src/modules/people/rules/invented/names.ts'
import { readPhone } from '../../src/modules/people/rules/contact.ts'
import { inventedAddress } from '../../src/modules/people/rules/invented/places.ts'
import { seededRandom } from '../../src/modules/people/rules/invented/seeded-random.ts'

const headings =
  'Förnamn;Efternamn;Personnummer;E-post;Mobil;Adress;Postnummer;Ort;Förening;Medlem sedan;Betald till;Taggar'

/** Area codes of North America, where 555-0100 to 555-0199 are kept for invented people. */
const areas = Array.from({ length: 789 }, (_, at) => 201 + at).filter((area) => readPhone(`+1${area}5550100`))

/** A number that nobody answers; few share one. */
function phoneOf(number: number): string {
  return `+1 ${areas[number % areas.length]} 555 01${two(Math.floor(number / areas.length) % 100)}`
}

/**
 * A register of invented people as a CSV file: everybody has a personal number (with the birth numbers 980–999, which
 * are nobody's), most a telephone number nobody answers, and each an address of both kinds.
 * @param units names of associations, in turn
 */
export function peopleFile(count: number, units: readonly string[]): string {
  const random = seededRandom(1)
  const lines = [headings]
  for (let number = 0; number < count; number += 1) {
    const year = 1935 + (number % 73)
    const { givenName, familyName } = inventedName(random, year)
    const address = inventedAddress(random, number % 40)
    const phone = number % 5 === 0 ? '' : phoneOf(number)
    lines.push(
      [
        givenName,
        familyName,
        personalNumber(year, number),
        `medlem.${number}@example.org`,
        phone,
        address.street,
        address.postalCode,
        address.city,
        units[number % units.length],
        `${2000 + (number % 26)}-0${1 + (number % 9)}-15`,
        '2026-12-31',
        number % 10 === 0 ? 'Valarbetare' : '',
      ].join(';'),
    )
  }
  return `${lines.join('\r\n')}\r\n`
}

function personalNumber(year: number, number: number): string {
  const place = Math.floor(number / 73)
  const month = 1 + (place % 12)
  const day = 1 + (Math.floor(place / 12) % 28)
  const birthNumber = 980 + (Math.floor(place / 336) % 20)
  const nine = `${String(year % 100).padStart(2, '0')}${two(month)}${two(day)}${birthNumber}`
  return `${year}${two(month)}${two(day)}-${birthNumber}${checkDigit(nine)}`
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

/** Luhn's, over the year's last two figures and what follows. */
function checkDigit(nine: string): number {
  const sum = [...nine].reduce((so, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 0 ? 2 : 1)
    return so + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return (10 - (sum % 10)) % 10
}
