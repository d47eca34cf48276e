import { cloudArchitecture } from './cloud-architecture.ts';
import type { Example } from './example.ts';
import { oauthCodeFlow } from './oauth-code-flow.ts';
import { orderSchema } from './order-schema.ts';

/** What the first account finds in its workspace; the last one made stands first in the list. */
export const examples: readonly Example[] = [orderSchema, oauthCodeFlow, cloudArchitecture];
