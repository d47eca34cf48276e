/** bcrypt reads no further than this, so a longer password would be weaker than it looks. */
export const maxPasswordBytes = 72;

/** Signs that a new password must have; each says itself what it wants. */
export const passwordRules: readonly { readonly message: string; holds(password: string): boolean }[] = [
  { message: 'Use at least 8 characters.', holds: (password) => password.length >= 8 },
  { message: 'Use at least one uppercase letter.', holds: (password) => /\p{Lu}/u.test(password) },
  { message: 'Use at least one digit.', holds: (password) => /\p{Nd}/u.test(password) },
];
