/** Says to the server that this browser has a session; the session's own cookies are for the API alone. Grants nothing. */
export const signedInCookie = 'ag_signed_in';
