import { createServer, type AddressInfo, type Socket } from 'node:net'

/** A mail as it arrived: who was named on the envelope, and every line that was sent. */
export type ArrivedMail = { from: string; to: string[]; lines: string[] }

export type TestMailServer = {
  url: string
  arrived: ArrivedMail[]
  /** What is answered to a line, instead of taking it: `(line) => line.startsWith('RCPT') ? '550 No' : null`. */
  refuse: (line: string) => string | null
  close(): Promise<void>
}

/** A mail server on the loopback address that takes everything and writes it down. */
export async function startMailServer(port = 0): Promise<TestMailServer> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    converse(socket, mail)
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const mail: TestMailServer = {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrived: [],
    refuse: () => null,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
  return mail
}

function converse(socket: Socket, server: TestMailServer): void {
  let rest = ''
  let body: string[] | null = null
  let letter: ArrivedMail = { from: '', to: [], lines: [] }
  const say = (line: string) => socket.write(`${line}\r\n`)

  function hear(line: string): void {
    if (body) {
      if (line !== '.') {
        body.push(line.startsWith('..') ? line.slice(1) : line)
        return
      }
      server.arrived.push({ ...letter, lines: body })
      body = null
      letter = { from: '', to: [], lines: [] }
      say('250 Taken')
      return
    }
    const refused = server.refuse(line)
    if (refused) {
      say(refused)
      return
    }
    const [, address = ''] = /<(.*)>/.exec(line) ?? []
    switch (line.split(/[ :]/, 1)[0]!.toUpperCase()) {
      case 'EHLO':
        say('250-test')
        say('250 8BITMIME')
        return
      case 'MAIL':
        letter.from = address
        say('250 Ok')
        return
      case 'RCPT':
        letter.to.push(address)
        say('250 Ok')
        return
      case 'DATA':
        body = []
        say('354 Go on')
        return
      case 'QUIT':
        socket.end('221 Bye\r\n')
        return
      default:
        say('250 Ok')
    }
  }

  socket.on('data', (piece) => {
    const lines = (rest + piece.toString('latin1')).split('\r\n')
    rest = lines.pop() ?? ''
    for (const line of lines) hear(line)
  })
  say('220 test')
}
