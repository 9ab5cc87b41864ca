import { searchKey } from '../names.ts'
import { dateReasons, readDate } from './read-date.ts'
import { reason, type Reason } from './imported-person.ts'

/** A field of the organisation's own, as its values are read. */
export type OwnFieldKind = {
  id: string
  key: string
  label: string
  type: 'text' | 'number' | 'date' | 'yesNo' | 'choice' | 'choices'
  choices: readonly string[]
}

const yes = new Set(['ja', 'j', 'yes', 'y', 'true', 'sant', 'x', '1'])
const no = new Set(['nej', 'n', 'no', 'false', 'falskt', '0'])

/** What stands in a cell of an own field, in the one form each type is kept in; several choices are several values. */
export function readOwnValue(field: OwnFieldKind, text: string, column: number): string[] | Reason {
  switch (field.type) {
    case 'number': {
      const bare = text
        .replaceAll(/[\s\u00a0\u202f]/g, '')
        .replace(',', '.')
        .replace('−', '-')
      return /^-?\d{1,15}(\.\d{1,10})?$/.test(bare) ? [bare] : reason('number', column)
    }
    case 'date': {
      const date = readDate(text)
      return typeof date === 'object' ? [date.day] : reason(dateReasons[date], column)
    }
    case 'yesNo': {
      const word = text.toLowerCase()
      if (yes.has(word)) return ['yes']
      return no.has(word) ? ['no'] : reason('yesNo', column)
    }
    case 'choice':
      return chosen(field, [text], column)
    case 'choices':
      return chosen(field, text.split(/[;,|]/), column)
    default:
      return [...text].length > 2000 ? reason('tooLong', column, { limit: 2000 }) : [text]
  }
}

function chosen(field: OwnFieldKind, words: readonly string[], column: number): string[] | Reason {
  const values: string[] = []
  for (const word of words.map((each) => each.trim()).filter(Boolean)) {
    const choice = field.choices.find((each) => searchKey(each) === searchKey(word))
    if (choice === undefined) return reason('choice', column, { choices: field.choices.join(', ') })
    if (!values.includes(choice)) values.push(choice)
  }
  return values
}
