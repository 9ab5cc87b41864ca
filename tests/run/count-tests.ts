import { writeFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'
import type { Tally } from './tally.ts'

/** Names the file that the counts are written to, one line of JSON. */
export const countFile = 'KANSLI_TEST_COUNT'
/** Names the projects in which there must be tests. */
export const countedProjects = 'KANSLI_TEST_PROJECTS'

/** What is known of a test file afterwards. */
export type CountedFile = { project: string; failed: boolean; tests: readonly string[] }

/**
 * Counts the tests of a run. What keeps tests from being run is a failure too: a file that cannot be loaded, a
 * fault that no test caught, and a project without a single test.
 * @param projects the names of those in which there must be tests
 * @param faults how many errors came from outside every test
 */
export function tallyOf(files: readonly CountedFile[], projects: readonly string[], faults: number): Tally {
  const states = files.flatMap((file) => file.tests)
  const unfinished = files.filter((file) => file.failed && !file.tests.includes('failed')).length
  const empty = projects.filter(
    (project) => !files.some((file) => file.project === project && file.tests.length > 0),
  )
  return {
    passed: states.filter((state) => state === 'passed').length,
    failed:
      states.filter((state) => state !== 'passed' && state !== 'skipped').length +
      unfinished +
      faults +
      empty.length,
  }
}

/** Tells the runner how many tests there were, since vitest's own reports leave out what kept them from being run. */
export default class CountTests implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], faults: readonly unknown[]) {
    const files = modules.map((module) => ({
      project: module.project.name,
      failed: !module.ok(),
      tests: [...module.children.allTests()].map((test) => test.result().state),
    }))
    const projects = process.env[countedProjects]?.split(' ').filter(Boolean) ?? []
    const file = process.env[countFile]
    if (file) writeFileSync(file, JSON.stringify(tallyOf(files, projects, faults.length)))
  }
}
