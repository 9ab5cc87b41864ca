import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { issueSentence, pointerTo } from './describe-problem.ts'
import { inputIssues, markUnsaid } from './input-issues.ts'
import { texts } from '../i18n/texts.ts'

const file = new File(['0123456789'], 'x.pdf', { type: 'application/pdf' })

const cases: [what: string, schema: z.ZodType, input: unknown, message: string, sentence: string][] = [
  ['nothing', z.string(), undefined, 'input.required', 'Det här måste fyllas i.'],
  ['no text', z.string(), 5, 'input.text', 'Här ska det stå text.'],
  ['no number', z.number(), '5', 'input.number', 'Här ska det stå ett tal.'],
  ['no whole number', z.number().int(), 5.5, 'input.wholeNumber', 'Här ska det stå ett heltal.'],
  ['too short', z.string().min(2), 'a', 'input.tooShort', 'Skriv minst 2 tecken.'],
  ['too long', z.string().max(1000), 'a'.repeat(1001), 'input.tooLong', 'Skriv högst 1 000 tecken.'],
  ['too small', z.number().min(3), 2, 'input.tooSmall', 'Talet ska vara minst 3.'],
  ['not above', z.number().gt(3), 3, 'input.notAbove', 'Talet ska vara större än 3.'],
  ['not below', z.number().lt(3), 3, 'input.notBelow', 'Talet ska vara mindre än 3.'],
  ['an empty list', z.array(z.string()).min(1), [], 'input.tooFew', 'Ta med minst 1 rad.'],
  ['not among', z.enum(['a', 'b']), 'c', 'input.among', 'Välj något av: a, b.'],
  ['no id', z.uuid(), '1', 'input.id', 'Här ska det stå ett id, som 0192a3b4-c5d6-7e8f-9a0b-1c2d3e4f5a6b.'],
  ['no day', z.iso.date(), '1 maj', 'input.date', 'Skriv dagen som 2026-11-22.'],
  ['a step', z.number().multipleOf(15), 7, 'input.step', 'Talet ska gå jämnt upp i 15.'],
  [
    'an unknown field',
    z.strictObject({}),
    { colour: 1 },
    'input.unknownFields',
    'De här fälten finns inte: colour.',
  ],
  [
    'a large file',
    z.file().max(9),
    file,
    'input.fileTooLarge',
    'Filen är för stor: den får ha högst 9 byte.',
  ],
  [
    'a file beyond megabytes',
    z.file().max(2.5 * 1024 * 1024),
    new File([new Uint8Array(3 * 1024 * 1024)], 'large.csv'),
    'input.fileTooLarge',
    'Filen är för stor: den får ha högst 2,5 MB.',
  ],
  [
    'another type of file',
    z.file().mime(['text/csv']),
    file,
    'input.fileType',
    'Filen ska vara av typen text/csv.',
  ],
  ['no file', z.file(), 'x.pdf', 'input.file', 'Här ska en fil bifogas.'],
]

describe('what is wrong in an input', () => {
  it.each(cases)('%s is said in the reader’s language', (_, schema, input, message, said) => {
    const [issue] = inputIssues(schema.safeParse(input, { error: markUnsaid }).error!)
    expect(issue?.message).toBe(message)
    expect(issueSentence(issue!, 'sv', null).replaceAll(/\s/g, ' ')).toBe(said)
    expect(issueSentence(issue!, 'en', null)).not.toContain('input.')
  })

  it('is said in the words of the schema’s author where there are any', () => {
    const schema = z.object({ amount: z.string().regex(/^\d+$/, 'amount'), other: z.string() })
    const issues = inputIssues(schema.safeParse({ amount: 'x' }, { error: markUnsaid }).error!)
    expect(issues).toEqual([
      { path: ['amount'], message: 'amount' },
      { path: ['other'], message: 'input.required' },
    ])
    const own = texts({ amount: 'Skriv beloppet som 12,5.' }, { amount: 'Write the amount as 12.5.' })
    expect(issueSentence(issues[0]!, 'sv', own)).toBe('Skriv beloppet som 12,5.')
  })

  it('is pointed at', () => {
    expect(pointerTo(['cells', 0, 'a/b~c'])).toBe('#/cells/0/a~1b~0c')
    expect(pointerTo([])).toBe('#')
  })
})
