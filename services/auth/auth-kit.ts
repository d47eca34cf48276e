import type { Kit } from '@autograph/service-kit';
import type { Engine } from './engine.ts';

/** What the handlers of this service work with. */
export interface AuthKit extends Kit {
  readonly engine: Engine;
}
