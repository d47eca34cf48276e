import type { Kit } from '@autograph/service-kit';
import type { Engine } from './engine.ts';
import type { AuthSettings } from './settings.ts';

/** What the handlers of this service work with. */
export interface AuthKit extends Kit<AuthSettings> {
  readonly engine: Engine;
}
