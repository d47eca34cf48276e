// What we use of samlify: tsconfig.node.json takes it from here, because its own types bring the DOM library into every file of the server.

type ExtractedValue =
  | string
  | readonly string[]
  | number
  | boolean
  | null
  | Readonly<Record<string, string | readonly string[]>>
  | undefined;

interface ExtractorField {
  readonly key: string;
  readonly localPath: readonly string[];
  readonly attributes: readonly string[];
  readonly index?: readonly string[];
  readonly attributePath?: readonly string[];
  /** The elements themselves, as XML. */
  readonly context?: boolean;
}

interface Metadata {
  getEntityID(): unknown;
  getSingleSignOnService(binding: string): unknown;
  getSingleLogoutService(binding: string): unknown;
  isWantAuthnRequestsSigned(): boolean;
}

interface Endpoint {
  readonly Binding: string;
  readonly Location: string;
}

interface ServiceProviderEntity {
  getMetadata(): string;
}

interface RedirectMessage {
  readonly query: Readonly<Record<string, string>>;
  /** The query as it was signed. */
  readonly octetString: string;
}

interface Flow {
  readonly extract: Readonly<Record<string, unknown>>;
}

interface IdentityProviderEntity {
  getMetadata(): string;
  parseLoginRequest(from: ServiceProviderEntity, binding: 'redirect', message: RedirectMessage): Promise<Flow>;
  parseLogoutRequest(from: ServiceProviderEntity, binding: 'redirect', message: RedirectMessage): Promise<Flow>;
  parseLogoutResponse(from: ServiceProviderEntity, binding: 'redirect', message: RedirectMessage): Promise<Flow>;
  createLogoutRequest(
    to: ServiceProviderEntity,
    binding: 'redirect',
    user: { readonly logoutNameID: string; readonly sessionIndex?: string },
    relayState: string,
  ): { readonly id: string; readonly context: string };
  createLoginResponse(
    service: ServiceProviderEntity,
    request: { readonly extract: { readonly request: { readonly id: string } } },
    binding: string,
    user: Readonly<Record<string, unknown>>,
    options: {
      readonly customTagReplacement: (template: string) => { readonly id: string; readonly context: string };
      readonly encryptThenSign?: boolean;
    },
  ): Promise<{ readonly context: string }>;
}

/** Text or attributes found in XML; the paths are absolute, by local names. Throws when it is not well-formed. */
export const Extractor: { extract(xml: string, fields: readonly ExtractorField[]): Record<string, ExtractedValue> };

export function IdPMetadata(xml: string): Metadata;

export const SamlLib: {
  /** Fills `{Name}` in a template, escaped; an attribute without a value is left out. */
  replaceTagsByValue(template: string, values: Readonly<Record<string, string | undefined>>): string;
  /** Whether one of the metadata's keys signed it, and the assertion as it was signed. */
  verifySignature(xml: string, options: { readonly metadata: Metadata }): [boolean, string | null];
};

/** Without one nothing is parsed. */
export function setSchemaValidator(validator: { readonly validate: (xml: string) => Promise<unknown> }): void;

/** Another side as its metadata describes it. */
export function ServiceProvider(settings: {
  readonly metadata: string;
  readonly wantMessageSigned?: boolean;
  readonly wantLogoutRequestSigned?: boolean;
  readonly wantLogoutResponseSigned?: boolean;
}): ServiceProviderEntity;

export function ServiceProvider(settings: {
  readonly entityID: string;
  readonly wantAssertionsSigned: boolean;
  readonly authnRequestsSigned?: boolean;
  readonly signingCert?: string;
  readonly encryptCert?: string;
  readonly singleLogoutService?: readonly Endpoint[];
  readonly assertionConsumerService: readonly Endpoint[];
}): ServiceProviderEntity;

export function IdentityProvider(settings: {
  readonly isAssertionEncrypted?: boolean;
  readonly dataEncryptionAlgorithm?: string;
  readonly wantAuthnRequestsSigned?: boolean;
  readonly wantLogoutRequestSigned?: boolean;
  readonly wantLogoutResponseSigned?: boolean;
  readonly entityID: string;
  readonly privateKey: string;
  readonly signingCert: string;
  readonly requestSignatureAlgorithm: string;
  readonly nameIDFormat: readonly string[];
  readonly singleSignOnService: readonly Endpoint[];
  readonly singleLogoutService: readonly Endpoint[];
}): IdentityProviderEntity;

export const Constants: {
  readonly namespace: { readonly binding: { readonly redirect: string; readonly post: string } };
  readonly StatusCode: { readonly Success: string };
};
