/**
 * Reads the page a person sees first, as a browser does: it follows where it is sent and keeps the cookies it is given.
 * @throws when it is not the overview of the demo's budget
 */
export async function firstPage(url: string): Promise<string> {
  const cookies = new Map<string, string>()
  let address = new URL(url)
  for (let step = 0; step < 5; step++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(address, { redirect: 'manual', headers: cookie ? { cookie } : {} })
    for (const given of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(given) ?? []
      if (name !== undefined) cookies.set(name, value ?? '')
    }
    const page = await answer.text()
    const to = answer.headers.get('location')
    if (to === null) {
      if (answer.ok && page.includes('/budget/')) return page
      throw new Error(`The first page is not the overview: ${answer.status} at ${address.pathname}.`)
    }
    address = new URL(to, address)
  }
  throw new Error('The first page leads in a circle.')
}
