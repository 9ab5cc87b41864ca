import { spawn } from 'node:child_process'
import { projectRoot } from '../../src/platform/root.ts'

/** What a program said, both its outputs together, and how it ended. */
export type Ended = { code: number; output: string }

/** Runs a program to its end from the root of the checkout and keeps what it says. A missing program is code 127. */
export function runProgram(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: projectRoot, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const keep = (chunk: Buffer) => (output += chunk.toString())
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => resolve({ code: 127, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
