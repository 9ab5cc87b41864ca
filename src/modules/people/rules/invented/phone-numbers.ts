/**
 * The numbers that the Swedish Post and Telecom Authority keeps for books and films: nobody has them, and nobody will.
 * A mobile range, and one each in Gothenburg, Malmö, Stockholm and Kiruna.
 */
const reserved = [
  { before: '+4670174', from: 605, to: 699, digits: 4 },
  { before: '+4631390', from: 600, to: 699, digits: 4 },
  { before: '+4640628', from: 400, to: 499, digits: 4 },
  { before: '+46846500', from: 400, to: 499, digits: 3 },
  { before: '+46980319', from: 200, to: 299, digits: 3 },
]

/** All of them, as E.164; there are 495. */
export const reservedPhoneNumbers: readonly string[] = reserved.flatMap(({ before, from, to, digits }) =>
  Array.from({ length: to - from + 1 }, (_, step) => `${before}${String(from + step).padStart(digits, '0')}`),
)

/** A number that cannot be dialled (none begins with a nought after the country), for measuring with many. */
export function impossiblePhoneNumber(number: number): string {
  return `+460${String(number).padStart(8, '0')}`
}
