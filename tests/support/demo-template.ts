import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { serve } from './running-office.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    demoTemplate: string
  }
}

/** Lets the built server load the demo once; every browser test copies the folder and has the demo to itself. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'kansli-demo-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    const office = await serve(folder)
    await office.stop()
  } catch (error) {
    remove()
    throw error
  }
  project.provide('demoTemplate', folder)
  return remove
}
