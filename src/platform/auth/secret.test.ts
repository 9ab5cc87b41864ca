import { expect, it } from 'vitest'
import { sealer } from './secret.ts'

const { seal, open } = sealer('en hemlighet för prov')

it('opens what it has sealed, and never seals the same twice alike', () => {
  const [first, second] = [seal('19121212-1212'), seal('19121212-1212')]
  expect(first).not.toBe(second)
  expect([open(first), open(second)]).toEqual(['19121212-1212', '19121212-1212'])
  expect(first).not.toContain('1212')
})

it('opens nothing that was changed or sealed with another secret', () => {
  const sealed = seal('åäö')
  const turned = (sealed.startsWith('A') ? 'B' : 'A') + sealed.slice(1)
  expect(() => open(turned)).toThrow('cannot be opened')
  expect(() => sealer('en annan').open(sealed)).toThrow('cannot be opened')
  expect(() => open('')).toThrow('cannot be opened')
})
