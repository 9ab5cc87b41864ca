import Personnummer from 'personnummer'

export type PersonalNumber = {
  /** Twelve digits with a hyphen: `19121212-1212`. */
  number: string
  /** `YYYY-MM-DD`. */
  birthDate: string
}

export type PersonalNumberFault = 'form' | 'date' | 'checkDigit'

/**
 * Reads a Swedish personal identity number or coordination number (folkbokföringslag 1991:481, §§ 18 and 18 a), with or
 * without century and sign: `191212121212`, `19121212-1212`, `121212-1212`, `121212+1212`.
 * @param today `YYYY-MM-DD`; says which century ten digits mean: nobody is born after it, and `+` means a hundred years or more
 */
export function readPersonalNumber(text: string, today: string): PersonalNumber | PersonalNumberFault {
  const found = /^(\d{2})?(\d{6})([-+\u2013\u2212 ])?(\d{4})$/.exec(text.trim())
  if (!found) return 'form'
  const [, century, sixDigits, sign, lastFour] = found
  const digits = `${century ?? centuryOf(sixDigits!, sign === '+', today)}${sixDigits}${lastFour}`
  const birthDate = birthDateOf(digits)
  if (!birthDate || birthDate > today) return 'date'
  if (!Personnummer.valid(digits)) return 'checkDigit'
  return { number: `${digits.slice(0, 8)}-${lastFour}`, birthDate }
}

/** As it is shown to those who need not know it: the day of birth without its last digits. */
export function maskedPersonalNumber(number: string): string {
  return `${number.slice(0, 8)}-****`
}

function centuryOf(sixDigits: string, isHundred: boolean, today: string): string {
  const century = Number(today.slice(0, 2))
  // A coordination number has its day raised by 60.
  const day = Number(sixDigits.slice(4))
  const born = `${sixDigits.slice(0, 4)}${String(day > 60 ? day - 60 : day).padStart(2, '0')}`
  const isThisCentury = born <= today.slice(2).replaceAll('-', '')
  return String(century - (isThisCentury ? 0 : 1) - (isHundred ? 1 : 0)).padStart(2, '0')
}

function birthDateOf(digits: string): string | null {
  const [year, month, raised] = [digits.slice(0, 4), digits.slice(4, 6), Number(digits.slice(6, 8))]
  const day = raised > 60 ? raised - 60 : raised
  const daysInMonth = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  if (Number(month) < 1 || Number(month) > 12 || day < 1 || day > daysInMonth || Number(year) < 1800)
    return null
  return `${year}-${month}-${String(day).padStart(2, '0')}`
}
