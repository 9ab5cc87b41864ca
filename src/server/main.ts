import { OperatorProblem } from '#platform/operator-problem.ts'
import { begin } from './begin.ts'

try {
  const begun = await begin()
  const [build, { startServer }] = await Promise.all([
    import('virtual:react-router/server-build'),
    import('./start-server.ts'),
  ])
  await startServer(build, begun)
} catch (error) {
  // A sentence is for the person at the machine; anything else is a fault of ours, and its stack helps to find it.
  process.stderr.write(
    `${error instanceof OperatorProblem ? error.message : String((error as Error).stack)}\n`,
  )
  process.exit(1)
}
