/** What goes to the process and what comes back; `number` tells which answer belongs to which job. */
export type RenderRequest<Job> = { number: number; job: Job }
export type RenderAnswer = { number: number; bytes: Uint8Array } | { number: number; error: string }
