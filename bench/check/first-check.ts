/** A process of its own: reads the example, checks it once, and tells how long the check took. */
import { exampleBook } from '../../src/modules/budget/rules/reading/example.fixture.ts'
import { checkBook } from '../../src/modules/budget/rules/check/index.ts'
import { timeOf } from '../timing.ts'

const book = exampleBook()
const time = await timeOf(() => checkBook(book))
process.send?.(time, () => process.disconnect())
