import type { Kit } from '@autograph/service-kit';
import type { Engine } from './engine.ts';
import type { AuthSettings } from './settings.ts';

/** What the handlers of this service work with. */
export interface AuthKit extends Kit<AuthSettings> {
  /** Loaded when it is first asked for: most requests need none, and it is a tenth of what a server is made of. */
  engine(): Promise<Engine>;
}
