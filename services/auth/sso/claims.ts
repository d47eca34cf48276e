import type { SsoAttributes } from '@autograph/contracts';
import { z } from 'zod';
import { SsoRefusal } from './refusal.ts';

/** What an identity provider says of the person who has signed in there. */
export interface Claims {
  /** Whom it means, for ever. */
  readonly subject: string;
  readonly email: string;
  readonly name: string;
  readonly groups: readonly string[];
}

export type Attributes = ReadonlyMap<string, readonly string[]>;

const longestName = 100;

/** Reads the attributes of an answer by the provider's mapping. Throws SsoRefusal when there is no e-mail address among them. */
export function claimsOf(mapping: SsoAttributes, attributes: Attributes, subject: string): Claims {
  const all = (name: string) => (name === '' ? [] : (attributes.get(name) ?? []));
  const first = (name: string) => all(name)[0]?.trim() ?? '';
  const address = z.email().max(254);
  const email = [first(mapping.email), subject].map((text) => address.safeParse(text)).find(({ success }) => success)?.data;
  if (email === undefined) {
    const sent = [...attributes.keys()].join(', ') || 'none';
    throw new SsoRefusal(`there is no e-mail address in the attribute "${mapping.email}"; attributes that were sent: ${sent}`);
  }
  const whole = `${first(mapping.first_name)} ${first(mapping.last_name)}`.trim();
  const name = first(mapping.name) || whole || email.slice(0, email.indexOf('@'));
  return { subject, email: email.toLowerCase(), name: name.slice(0, longestName), groups: all(mapping.groups) };
}
