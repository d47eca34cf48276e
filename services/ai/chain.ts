import { CodedError } from '@autograph/contracts';
import { parseSettings } from '@autograph/service-kit';
import type { Link } from './generate.ts';
import type { Provider } from './provider.ts';

/** The configured providers in the order in which they are asked; the built-in one only when no other is configured. Throws ConfigError. */
export function buildChain(providers: readonly Provider[], environment: Readonly<Record<string, string | undefined>>): Link[] {
  const connected = [...providers]
    .sort((a, b) => a.rank - b.rank)
    .flatMap((provider) => {
      const connection = provider.connect(parseSettings(provider.settings, environment));
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
