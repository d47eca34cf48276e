import { type Document, isMap, isNode, type ParsedNode, parseAllDocuments } from 'yaml';
import { ForeignFileError } from '../file-format.ts';

/** A document of a YAML text, read as far as it can be. */
export interface YamlDocument {
  /** As plain data, anchors and merge keys resolved. */
  readonly value: unknown;
  /** Where in the text the value stands to which a path of keys and indices leads. */
  offsetOf(...path: readonly (string | number)[]): number | undefined;
}

/** How often anchors may stand for others that stand for others …: far above what people write, far below what fills a memory. */
const mostAliases = 2_000;

/** Deeper brackets than anybody writes, which would take more stack than there is. */
const deepest = 200;

/**
 * The documents of a YAML text, which may be JSON. What is wrong in it is told to `warn`, and the rest is read. Throws ForeignFileError when
 * it is made to be too large: with anchors that multiply each other, or nested without end.
 */
export function readYaml(text: string, warn: (message: string, at?: number) => void): readonly YamlDocument[] {
  if (isTooDeep(text)) throw new ForeignFileError('This YAML is nested too deeply to be read.');
  const parsed = parseAllDocuments<ParsedNode>(text, { merge: true, uniqueKeys: false, strict: false, logLevel: 'silent' });
  const documents = Array.isArray(parsed) ? parsed : [];
  const [error] = documents.flatMap((document) => document.errors);
  if (error) warn(`This is not YAML as it should be: ${error.message.split(/ at line |\n/)[0]}.`, error.pos[0]);
  return documents.map((document) => ({
    value: plain(document),
    offsetOf(...path) {
      const node: unknown = isMap(document.contents) || path.length === 0 ? document.getIn(path, true) : undefined;
      return isNode(node) ? node.range?.[0] : undefined;
    },
  }));
}

function plain(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: mostAliases });
  } catch (cause) {
    throw new ForeignFileError(
      'This YAML cannot be read: its anchors (&) and aliases (*) are broken, or stand for more than can be drawn.',
      {
        cause,
      },
    );
  }
}

/** Whether brackets or indents lie in each other beyond measure. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [sign] of text.matchAll(/[[\]{}]/g)) {
    depth += sign === '[' || sign === '{' ? 1 : -1;
    if (depth > deepest) return true;
  }
  return /^[ ]{2000}|^[ ]*(?:[-?:] ){100}/m.test(text);
}
