/** A file that tells of persons, with who they are: for the log, which the file itself does not tell. */
export class FileAbout extends File {
  readonly personIds: readonly string[]

  constructor(parts: BlobPart[], name: string, type: string, personIds: readonly string[]) {
    super(parts, name, { type })
    this.personIds = personIds
  }
}

/** Of whom a file tells. */
export function personsInFile(file: File): readonly string[] {
  return file instanceof FileAbout ? file.personIds : []
}
