import { ports, StartError } from '@autograph/service-kit';

/** Every service, in the order in which they start: the gateway comes last, when the others can answer. */
export const serviceNames: readonly string[] = [...Object.keys(ports).filter((name) => name !== 'gateway'), 'gateway'];

/** The services that `--services=…` asks for. Throws StartError for an unknown one. */
export function chosenServices(asked: string | undefined): readonly string[] {
  if (asked === undefined || asked === 'all') return serviceNames;
  const names = asked.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !serviceNames.includes(name));
  if (unknown.length > 0) throw new StartError(`No such service: ${unknown.join(', ')}. There are: all, ${serviceNames.join(', ')}.`);
  return serviceNames.filter((name) => names.includes(name));
}
