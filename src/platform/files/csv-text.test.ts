import { expect, it } from 'vitest'
import { csvText } from './csv-text.ts'

it.each([
  ['plain text', 'Trafiknämnden', 'Trafiknämnden'],
  ['nothing', null, ''],
  ['a separator', 'a;b', '"a;b"'],
  ['quotation marks', 'så kallad "varav"', '"så kallad ""varav"""'],
  ['a line break', 'a\nb', '"a\nb"'],
  ['a formula', '=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
  ['a formula after a plus', '+1+cmd', "'+1+cmd"],
  ['a formula after a minus', '-2+3', "'-2+3"],
  ['a formula after an at sign', '@SUM(A1)', "'@SUM(A1)"],
  ['a formula after a tab', '\t=1', "'\t=1"],
  ['a formula after a line break', '\n=1', '"\'\n=1"'],
  ['a formula in wide signs', '＝1+1', "'＝1+1"],
  ['a negative figure', '-45,5', '-45,5'],
  ['a number', -45.5, '-45.5'],
])('writes %s', (_, value, written) => {
  expect(csvText([[value, 'x']])).toBe(`\u{feff}${written};x\r\n`)
})
