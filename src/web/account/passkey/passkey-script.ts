/**
 * The one script of the account pages: a device is only asked for a passkey by a script. It stands alone, because
 * it is sent to the browser by itself, without the rest of the application.
 *
 * Parts of the page with `data-passkey` are shown when the browser can use passkeys here at all. A part's
 * `data-origin` says where passkeys belong: at any other address the device would refuse.
 */

type Json = Record<string, unknown>

type Descriptor = { id: string; type: 'public-key'; transports?: AuthenticatorTransport[] }

class Refused extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

function bytes(encoded: string): Uint8Array<ArrayBuffer> {
  const plain = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(plain, (character) => character.codePointAt(0) ?? 0)
}

function text(buffer: ArrayBuffer | null | undefined): string | undefined {
  if (!buffer) return undefined
  const plain = String.fromCodePoint(...new Uint8Array(buffer))
  return btoa(plain).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function descriptors(list: unknown): PublicKeyCredentialDescriptor[] {
  return ((list as Descriptor[] | undefined) ?? []).map((each) => ({ ...each, id: bytes(each.id) }))
}

async function ask(path: string, body?: Json): Promise<Json> {
  const response = await fetch(`/auth/passkey/${path}`, {
    credentials: 'same-origin',
    ...(body
      ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
      : {}),
  })
  const answer = (await response.json().catch(() => ({}))) as Json
  if (!response.ok) throw new Refused(String(answer['code'] ?? response.status))
  return answer
}

/** Shows a passkey to the server. `mediation` is `conditional` when it waits among the suggestions of a field. */
async function signIn(back: string, signal: AbortSignal, mediation?: CredentialMediationRequirement) {
  const options = await ask('generate-authenticate-options')
  const credential = (await navigator.credentials.get({
    signal,
    ...(mediation ? { mediation } : {}),
    publicKey: {
      challenge: bytes(options['challenge'] as string),
      rpId: options['rpId'] as string,
      timeout: options['timeout'] as number,
      allowCredentials: descriptors(options['allowCredentials']),
      userVerification: 'required',
    },
  })) as PublicKeyCredential | null
  if (!credential) throw new Refused('none')
  const response = credential.response as AuthenticatorAssertionResponse
  await ask('verify-authentication', {
    response: {
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      clientExtensionResults: credential.getClientExtensionResults(),
      response: {
        authenticatorData: text(response.authenticatorData),
        clientDataJSON: text(response.clientDataJSON),
        signature: text(response.signature),
        userHandle: text(response.userHandle),
      },
    },
  })
  location.assign(back)
}

/** Makes a passkey on the device and gives it to the account that is signed in. */
async function add(name: string) {
  const options = await ask('generate-register-options')
  const user = options['user'] as { id: string; name: string; displayName: string }
  const credential = (await navigator.credentials.create({
    publicKey: {
      ...(options as unknown as PublicKeyCredentialCreationOptions),
      challenge: bytes(options['challenge'] as string),
      user: { ...user, id: bytes(user.id) },
      excludeCredentials: descriptors(options['excludeCredentials']),
    },
  })) as PublicKeyCredential | null
  if (!credential) throw new Refused('none')
  const response = credential.response as AuthenticatorAttestationResponse
  await ask('verify-registration', {
    name,
    response: {
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      clientExtensionResults: credential.getClientExtensionResults(),
      response: {
        attestationObject: text(response.attestationObject),
        clientDataJSON: text(response.clientDataJSON),
        transports: response.getTransports(),
      },
    },
  })
  location.assign(location.pathname)
}

function say(part: HTMLElement, error: unknown) {
  // Whoever closes the device's own question has changed their mind; that is nothing to tell them of.
  if (error instanceof DOMException && error.name === 'AbortError') return
  const code = error instanceof Refused && error.code === 'SESSION_NOT_FRESH' ? 'notFresh' : 'failed'
  for (const message of part.querySelectorAll<HTMLElement>('[data-passkey-says]')) {
    message.hidden = message.dataset['passkeySays'] !== code
  }
}

function startSignIn(part: HTMLElement) {
  const back = part.dataset['back'] ?? '/'
  let waiting = new AbortController()
  const suggest = async () => {
    if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return
    waiting = new AbortController()
    const { signal } = waiting
    // The server forgets its question after five minutes; a new one is asked before that.
    const again = setTimeout(() => {
      waiting.abort()
      void suggest()
    }, 240_000)
    await signIn(back, signal, 'conditional').catch((error: unknown) => {
      clearTimeout(again)
      if (!(error instanceof DOMException)) say(part, error)
    })
  }
  part.querySelector('button')?.addEventListener('click', () => {
    waiting.abort()
    signIn(back, new AbortController().signal).catch((error: unknown) => say(part, error))
  })
  void suggest()
}

function startAdding(part: HTMLElement) {
  part.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault()
    const name = new FormData(event.currentTarget as HTMLFormElement).get('name')
    add(typeof name === 'string' ? name : '').catch((error: unknown) => say(part, error))
  })
}

for (const part of document.querySelectorAll<HTMLElement>('[data-passkey]')) {
  const usable = 'PublicKeyCredential' in globalThis && part.dataset['origin'] === location.origin
  for (const each of part.querySelectorAll<HTMLElement>('[data-passkey-when]')) {
    each.hidden = each.dataset['passkeyWhen'] !== (usable ? 'usable' : 'unusable')
  }
  if (!usable) continue
  if (part.dataset['passkey'] === 'sign-in') startSignIn(part)
  else startAdding(part)
}
