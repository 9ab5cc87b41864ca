/** A sentence for people, said by key: the text lives in `messages/reading.sv.json` and `reading.en.json`. */
export type Message = { key: `reading.${string}`; params: Record<string, string | number> }

/** Makes a message; parameters are what the sentence quotes. */
export function message(key: Message['key'], params: Message['params'] = {}): Message {
  return { key, params }
}
