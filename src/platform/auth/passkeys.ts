import { passkey } from '@better-auth/passkey'
import { APIError } from 'better-auth/api'

/**
 * Passkeys as this house wants them: kept on the device so that no name need be typed, and only after the device
 * has asked its owner (a finger, a face, a code). That is what makes one passkey two factors; the library itself
 * would also take one that asked for nothing.
 * @param publicUrl the address people use; a passkey belongs to its host for good
 */
export function housePasskeys(publicUrl: string) {
  return passkey({
    rpName: 'Kansli',
    rpID: new URL(publicUrl).hostname,
    origin: publicUrl,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    registration: {
      afterVerification: ({ verification }) => {
        if (!verification.registrationInfo?.userVerified) throw ownerNotAsked()
      },
    },
    authentication: {
      afterVerification: ({ verification }) => {
        if (!verification.authenticationInfo.userVerified) throw ownerNotAsked()
      },
    },
  })
}

function ownerNotAsked(): APIError {
  return new APIError('BAD_REQUEST', {
    code: 'USER_VERIFICATION_REQUIRED',
    message: 'The device did not ask its owner.',
  })
}
