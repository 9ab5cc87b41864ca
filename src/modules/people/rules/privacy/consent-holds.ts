/** Does a consent hold on a day: not withdrawn, and not past its last day? */
export function consentHolds(
  consent: { withdrawnAt: Date | null; expiresOn: string | null },
  day: string,
): boolean {
  return consent.withdrawnAt === null && (consent.expiresOn === null || consent.expiresOn >= day)
}
