/** The httpOnly cookie in which browsers hold the access token. */
export const accessCookie = 'ag_access';
