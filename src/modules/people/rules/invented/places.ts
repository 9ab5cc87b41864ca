import type { Address } from '../contact.ts'
import type { SeededRandom } from './seeded-random.ts'

const streets =
  `Påhittsgatan Sagovägen Exempelgränd Låtsasstigen Fabelgatan Diktargången Provvägen Drömbacken Gåtgränd
  Skrönvägen Rimsmedsgatan Molnstigen Kråkrisvägen Tranbärsdröm Krumelurgatan Snirkelvägen Figurgränd Utkastvägen Mönsterplan
  Dimgatan Skuggstigen Visselvägen Knåpgatan Trallvägen Pysselgränd Lurvstigen Vitsgränd Fabulantgatan`.split(
    /\s+/,
  )
const cities =
  `Exempelby Provsjö Påhittköping Låtsasholm Ängspåhitt Lillprov Sagofors Fabelsund Diktnäs Drömstad
  Gåtånger Skrönboda Rimstuna Molnköping Dimvik Skuggnäs Figurhamn Mönsterås-Påhitt Utkastboda Snirkelbo Knåplinge
  Trallåsa Pysselryd Vitsby Lurvsele`.split(/\s+/)

/**
 * An address where nobody lives. No postal code in Sweden is higher than 984 99, so these lead nowhere.
 * @param place which place, from 0: each has ten codes of its own, and the same city each time
 */
export function inventedAddress(random: SeededRandom, place: number): Address {
  const number = `${random.whole(1, 80)}${random.chance(0.25) ? random.pick(['A', 'B', 'C']) : ''}`
  const flat = random.chance(0.35) ? ` lgh ${random.whole(10, 16)}0${random.whole(1, 6)}` : ''
  return {
    careOf: '',
    street: `${random.pick(streets)} ${number}${flat}`,
    postalCode: inventedPostalCode(place, random.whole(0, 9)),
    city: inventedCity(place),
    country: 'SE',
  }
}

/** The `number`th of the ten postal codes of a place. */
function inventedPostalCode(place: number, number: number): string {
  const code = String(99_000 + ((place * 10 + number) % 1000))
  return `${code.slice(0, 3)} ${code.slice(3)}`
}

/** What a place is called. */
function inventedCity(place: number): string {
  return cities[place % cities.length]!
}
