import type texts from '../../messages/reading.sv.json'

/** The keys of the texts in `messages/reading.sv.json`; a key that has no text does not compile. */
export type MessageKey = keyof typeof texts

/** A sentence for people, said by key, with what it quotes. */
export type Message = { key: MessageKey; params: Record<string, string | number> }

/** Makes a message; parameters are what the sentence quotes. */
export function message(key: MessageKey, params: Message['params'] = {}): Message {
  return { key, params }
}
