import { ForeignFileError } from '../../file-format.ts';
import { type Expression, Scanner } from './scan.ts';

/** `resource "aws_vpc" "main" { … }` */
export interface Block {
  readonly type: string;
  readonly labels: readonly string[];
  readonly attributes: ReadonlyMap<string, Expression>;
  readonly blocks: readonly Block[];
}

const word = /[A-Za-z_][\w-]*/y;
const deepest = 100;

/** The blocks of a file. What is neither a block nor an attribute is passed over. */
export function readBlocks(text: string): readonly Block[] {
  return readBody(new Scanner(text), 0).blocks;
}

function readBody(scanner: Scanner, depth: number): Pick<Block, 'attributes' | 'blocks'> {
  if (depth > deepest) throw new ForeignFileError('This Terraform file is nested too deep.');
  const attributes = new Map<string, Expression>();
  const blocks: Block[] = [];
  for (;;) {
    scanner.skip(true);
    if (scanner.done || (depth > 0 && scanner.peek() === '}')) return { attributes, blocks };
    const name = scanner.take(word);
    if (name === undefined) {
      scanner.at += 1;
      continue;
    }
    const labels = readLabels(scanner);
    if (scanner.peek() === '=') {
      scanner.at += 1;
      attributes.set(name, scanner.expression());
    } else if (scanner.peek() === '{') {
      scanner.at += 1;
      blocks.push({ type: name, labels, ...readBody(scanner, depth + 1) });
      scanner.at += 1;
    }
  }
}

function readLabels(scanner: Scanner): readonly string[] {
  const labels: string[] = [];
  for (;;) {
    scanner.skip(false);
    if (scanner.peek() === '"') labels.push(scanner.quoted([]));
    else {
      const label = scanner.take(word);
      if (label === undefined) return labels;
      labels.push(label);
    }
  }
}

/** All that a block refers to, in its blocks too, with the attributes that say so. */
export function* referencesOf({ attributes, blocks }: Block): Generator<{ readonly attribute: string; readonly path: readonly string[] }> {
  for (const [attribute, { references }] of attributes) for (const path of references) yield { attribute, path };
  for (const block of blocks) yield* referencesOf(block);
}
