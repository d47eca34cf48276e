/** Why an answer of an identity provider was not accepted: for admins, in the audit log and the test of the connection. */
export class SsoRefusal extends Error {}
