import { checkSource } from '@autograph/languages';

/** Fails when a diagram's text has an error. */
export function mustBeRead(source: string): void {
  const [error] = checkSource('mermaid', source).filter(({ severity }) => severity !== 'warning');
  if (error) throw new Error(`${error.message}\n${source.slice(0, 2_000)}`);
}
