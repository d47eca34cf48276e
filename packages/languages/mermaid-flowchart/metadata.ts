import { parse } from 'yaml';
import { asWritten } from '../mermaid/source.ts';
import { isShapeName } from './shape-names.ts';
import type { Data } from './syntax.ts';
import { SyntaxFailure } from './token.ts';

export type Metadata = ReadonlyMap<string, unknown>;

/** Reads the `@{ … }` after a node or edge id. Throws a SyntaxFailure when it is not YAML, or names a shape that there is not. */
export function readMetadata(data: readonly Data[]): Metadata | undefined {
  const [first] = data;
  if (!first) return undefined;
  const yaml = asWritten(data.map((part) => part.yaml).join(''));
  const found = parsed(yaml.includes('\n') ? `${yaml}\n` : `{\n${yaml}\n}`, first);
  const entries = typeof found === 'object' && found !== null ? Object.entries(found) : [];
  const metadata = new Map<string, unknown>(entries);
  const shape = metadata.get('shape');
  if (shape && !(typeof shape === 'string' && isShapeName(shape))) {
    throw new SyntaxFailure(
      `There is no shape called “${String(shape)}”. Shapes have lower-case names, such as rect, rounded, diamond or cyl.`,
      first.inner.from,
      first.inner.to,
    );
  }
  return metadata;
}

function parsed(yaml: string, { inner }: Data): unknown {
  try {
    return parse(yaml, { schema: 'core', uniqueKeys: true, logLevel: 'silent' });
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : '').split('\n');
    throw new SyntaxFailure(
      `What stands in “@{ … }” must be YAML, such as “shape: rect, label: "Text"”. ${reason}`,
      inner.from,
      Math.max(inner.to, inner.from + 1),
    );
  }
}

/** A text of the metadata; numbers and flags count as text. */
export function textOf(metadata: Metadata | undefined, key: string): string | undefined {
  const value = metadata?.get(key);
  if (typeof value === 'string') return value === '' ? undefined : value;
  return typeof value === 'number' || value === true ? String(value) : undefined;
}

export function numberOf(metadata: Metadata | undefined, key: string): number | undefined {
  const value = Number(metadata?.get(key) ?? Number.NaN);
  return Number.isFinite(value) && value > 0 ? value : undefined;
}
