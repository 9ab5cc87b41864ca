/**
 * What the demo district holds, by module: the ids that operations' examples are made of. Each module adds its
 * own part by declaration merging beside its demo data.
 */
// oxlint-disable-next-line typescript/no-empty-object-type -- modules add to it
export interface Fixtures {}
