import * as build from 'virtual:react-router/server-build'
import { OperatorProblem } from '#platform/operator-problem.ts'
import { startServer } from './start-server.ts'

try {
  await startServer(build)
} catch (error) {
  // A sentence is for the person at the machine; anything else is a fault of ours, and its stack helps to find it.
  process.stderr.write(
    `${error instanceof OperatorProblem ? error.message : String((error as Error).stack)}\n`,
  )
  process.exit(1)
}
