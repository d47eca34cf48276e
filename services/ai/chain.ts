import { CodedError } from '@autograph/contracts';
import { z } from 'zod';
import type { Link } from './generate.ts';
import type { Provider } from './provider.ts';

/** Reads an environment as one provider's settings. Throws an Error that names the wrong variable. */
function settingsOf<S>(provider: Provider<S>, environment: Readonly<Record<string, string | undefined>>): S {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = provider.settings.safeParse(given);
  if (!parsed.success) throw new Error(`${provider.label} is misconfigured. ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** The configured providers in the order in which they are asked; the built-in one only when no other is configured. */
export function buildChain(providers: readonly Provider[], environment: Readonly<Record<string, string | undefined>>): Link[] {
  const connected = [...providers]
    .sort((a, b) => a.rank - b.rank)
    .flatMap((provider) => {
      const connection = provider.connect(settingsOf(provider, environment));
      return connection ? [{ id: provider.id, label: provider.label, builtIn: provider.builtIn, connection }] : [];
    });
  const outside = connected.filter(({ builtIn }) => !builtIn);
  return outside.length > 0 ? outside : connected;
}

/** The chain, or the one provider that a request asks for. Throws validation_failed when that one is not configured. */
export function chooseProvider(chain: readonly Link[], id: string | undefined): readonly Link[] {
  if (id === undefined) return chain;
  const chosen = chain.filter((link) => link.id === id);
  if (chosen.length > 0) return chosen;
  const message = `There is no provider ${id} here; configured: ${chain.map((link) => link.id).join(', ')}.`;
  throw new CodedError('validation_failed', { details: [{ path: 'provider', message }] });
}
