/** What a reader takes on before it says no. Set by whoever reads: a server is careful, a desk may allow more. */
export type Limits = {
  /** The file as it lies on disk. */
  fileBytes: number
  /** An XLSX file unpacked: a small file can hold gigabytes of nothing. */
  unpackedBytes: number
  rows: number
  columns: number
  cells: number
}

export const usualLimits: Limits = {
  fileBytes: 50_000_000,
  unpackedBytes: 200_000_000,
  rows: 100_000,
  columns: 200,
  cells: 1_000_000,
}

/** How a long reading is followed and stopped. */
export type Progress = {
  /** Told now and then how far it has come. */
  onProgress?: ((done: number, total: number) => void) | undefined
  /** When it is aborted, the reading stops and its promise is rejected with the signal's reason. */
  signal?: AbortSignal | undefined
}

/** Lets others run, and stops here if the reading was cancelled. Throws the signal's reason. */
export async function breathe(progress: Progress): Promise<void> {
  progress.signal?.throwIfAborted()
  await new Promise<void>((resolve) => {
    setTimeout(resolve, 0)
  })
  progress.signal?.throwIfAborted()
}
