import { randomUUID, timingSafeEqual } from 'node:crypto'

/** Something that writes for so long that the embedded database, which has one transaction at a time, keeps others waiting. */
export type LongWriting = {
  /** From 0 to 1. */
  share(): number
  /** Only who began it knows this word, by which it is stopped: nobody's rights can be looked up meanwhile. */
  stopWord: string
  stop(): void
  /** When it is over, however it ended. */
  ended: Promise<void>
}

let current: LongWriting | null = null

/**
 * Says that a long writing begins, so that whoever asks for something meanwhile is told instead of left to wait.
 * @returns what is to be called when it is over
 */
export function beginLongWriting({ share, stop }: Pick<LongWriting, 'share' | 'stop'>): {
  stopWord: string
  end(): void
} {
  const { promise: ended, resolve } = Promise.withResolvers<void>()
  const writing: LongWriting = { share, stop, ended, stopWord: randomUUID() }
  current = writing
  return {
    stopWord: writing.stopWord,
    end() {
      if (current === writing) current = null
      resolve()
    },
  }
}

/** What is written now in this process; null when nothing is. */
export function longWriting(): LongWriting | null {
  return current
}

/** Is this the word by which it may be stopped? */
export function isStopWord(writing: LongWriting, word: string): boolean {
  const [given, known] = [Buffer.from(word), Buffer.from(writing.stopWord)]
  return given.length === known.length && timingSafeEqual(given, known)
}
