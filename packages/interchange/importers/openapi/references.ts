import { field, scalar } from '../../text/loose.ts';

/** What `$ref` leads to in one description. */
export interface References {
  /** The name of the schema that a value refers to; undefined when it refers to none that is there. */
  schemaName(value: unknown): string | undefined;
  /** The value itself, or what it refers to, however often that refers on; undefined when it leads nowhere, which is told. */
  resolve(value: unknown): unknown;
}

const named = /^#\/(?:components\/schemas|definitions)\/([^/]+)$/;

export function createReferences(description: unknown, warn: (message: string, reference: string) => void): References {
  const told = new Set<string>();
  const tell = (reference: string, why: string) => {
    if (told.has(reference)) return;
    told.add(reference);
    warn(`“${reference.slice(0, 100)}” ${why}.`, reference);
  };

  function target(reference: string): unknown {
    if (!reference.startsWith('#')) {
      tell(reference, 'is not part of this file');
      return undefined;
    }
    const found = field(description, ...reference.split('/').slice(1).map(unescaped));
    if (found === undefined) tell(reference, 'leads to nothing in this file');
    return found;
  }

  return {
    schemaName(value) {
      const reference = scalar(field(value, '$ref'));
      const name = reference === undefined ? undefined : named.exec(reference)?.[1];
      return name !== undefined && reference !== undefined && target(reference) !== undefined ? unescaped(name) : undefined;
    },
    resolve(value) {
      const seen = new Set<string>();
      let here = value;
      for (;;) {
        const reference = scalar(field(here, '$ref'));
        if (reference === undefined) return here;
        if (seen.has(reference)) {
          tell(reference, 'refers to itself');
          return undefined;
        }
        seen.add(reference);
        here = target(reference);
      }
    },
  };
}

/** A step of a JSON pointer in a URL. */
function unescaped(step: string): string {
  const pointer = step.replaceAll('~1', '/').replaceAll('~0', '~');
  try {
    return decodeURIComponent(pointer);
  } catch {
    return pointer;
  }
}
