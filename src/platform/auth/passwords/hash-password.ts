/** How a password is kept: scrypt with a salt of its own, in the form the sign-in library reads. */
export { hashPassword } from 'better-auth/crypto'
