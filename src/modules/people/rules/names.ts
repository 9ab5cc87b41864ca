/** A name as it is searched for: small letters without marks, one blank between words. `Åsa-Märta` becomes `asa-marta`. */
export function searchKey(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}-]+/gu, ' ')
    .trim()
}

/** A name in one line, its blanks tidied and what cannot be seen (control and direction marks) taken away. */
export function tidyName(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, (mark) => (mark === '\u200d' ? mark : ' '))
    .replaceAll(/\s+/gu, ' ')
    .trim()
}

/** Given and family name together. */
export function fullName({ givenName, familyName }: { givenName: string; familyName: string }): string {
  return familyName ? `${givenName} ${familyName}` : givenName
}
