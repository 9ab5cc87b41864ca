/** A sentence for people, said by key: the text lives in `messages/statements.sv.json` and `statements.en.json`. */
export type Message = { key: `statements.${string}`; params: Record<string, string | number> }

/** Makes a message; parameters are what the sentence quotes. */
export function message(key: Message['key'], params: Message['params'] = {}): Message {
  return { key, params }
}
