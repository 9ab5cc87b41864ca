/** What is hashed of an application's link: so that no other secret's hash can stand in for it. */
export function applicationSecret(token: string): string {
  return `application|${token}`
}

/** What an applicant is recognised by on a page without being read: the same address and the same name. */
export function applicantMark(applicant: { email: string; givenKey: string; familyKey: string }): string {
  return `applicant|${applicant.email}|${applicant.givenKey} ${applicant.familyKey}`
}

/** For how many days an application can be confirmed; after that it is forgotten. */
export const confirmDays = 7
