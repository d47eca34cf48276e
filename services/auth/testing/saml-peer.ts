import { type IdentityProvider, ServiceProvider, setSchemaValidator } from 'samlify';
import { z } from 'zod';

// Schemas are for its own answers; what comes from us is read all the same.
setSchemaValidator({ validate: async () => 'not looked at' });

const Request = z.object({ request: z.object({ id: z.string() }) });
const Logout = z.object({ request: z.object({ id: z.string() }), nameID: z.string(), sessionIndex: z.string().nullish() });
const LogoutAnswer = z.object({ response: z.object({ id: z.string(), inResponseTo: z.string() }) });

/** What a provider does with an instance that it knows by its metadata; it believes nothing that is not signed. */
export interface SamlPeer {
  /** Reads a request to sign in; gives its id. Throws unless the key of the metadata has signed it. */
  readSigned(url: string): Promise<string>;
  /** A signed wish that sessions of somebody end: where the browser goes with it. */
  logout(subject: string, sessionIndex?: string, relayState?: string): { readonly id: string; readonly url: string };
  readLogout(url: string): Promise<{ readonly subject: string; readonly sessionIndex: string | null | undefined }>;
  /** Reads the answer to a wish; gives which one. */
  readLogoutAnswer(url: string): Promise<string>;
}

function messageOf(url: string) {
  const { search, searchParams } = new URL(url);
  const octetString = search.slice(1).replace(/&Signature=[^&]*$/, '');
  return { query: Object.fromEntries(searchParams), octetString };
}

export function samlPeer(provider: ReturnType<typeof IdentityProvider>, metadata: string): SamlPeer {
  const instance = ServiceProvider({ metadata, wantLogoutRequestSigned: true, wantLogoutResponseSigned: true });
  return {
    async readSigned(url) {
      const { extract } = await provider.parseLoginRequest(instance, 'redirect', messageOf(url));
      return Request.parse(extract).request.id;
    },
    logout(subject, sessionIndex, relayState = '') {
      const user = { logoutNameID: subject, ...(sessionIndex === undefined ? {} : { sessionIndex }) };
      const { id, context } = provider.createLogoutRequest(instance, 'redirect', user, relayState);
      return { id, url: context };
    },
    async readLogout(url) {
      const { nameID, sessionIndex } = Logout.parse((await provider.parseLogoutRequest(instance, 'redirect', messageOf(url))).extract);
      return { subject: nameID, sessionIndex };
    },
    async readLogoutAnswer(url) {
      const { extract } = await provider.parseLogoutResponse(instance, 'redirect', messageOf(url));
      return LogoutAnswer.parse(extract).response.inResponseTo;
    },
  };
}
