import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { OperatorProblem } from '#platform/operator-problem.ts'

export type Listening = {
  server: Server
  port: number
  /** From now on requests are answered by this. */
  answerWith(listener: RequestListener): void
}

/**
 * Takes the port at once, before anything is done with the data, and answers that the server is starting.
 * @param port 0 lets the system choose
 * @throws {OperatorProblem} when the port or the address cannot be taken
 */
export async function listen(port: number, host: string): Promise<Listening> {
  let listener: RequestListener = starting
  const server = createServer((request, response) => listener(request, response))
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(whyNot(error, port, host)))
    server.listen(port, host, resolve)
  })
  return {
    server,
    port: (server.address() as AddressInfo).port,
    answerWith(next) {
      listener = next
    },
  }
}

function starting(request: IncomingMessage, response: ServerResponse): void {
  const alive = request.url === '/health'
  response.writeHead(alive ? 200 : 503, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    ...(alive ? {} : { 'retry-after': '1' }),
  })
  response.end(alive ? 'ok\n' : 'Kansli is starting. Try again in a moment.\n')
}

function whyNot(error: NodeJS.ErrnoException, port: number, host: string): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new OperatorProblem(
        `Port ${port} is taken by another program. Choose another: PORT=${port === 65535 ? 3000 : port + 1} npm start`,
      )
    case 'EACCES':
      return new OperatorProblem(
        `This user may not use port ${port}. Choose one above 1023: PORT=3000 npm start`,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new OperatorProblem(
        `HOST is ${host}, which is no address of this machine. 127.0.0.1 is for this machine only, 0.0.0.0 for all.`,
      )
    default:
      return error
  }
}
