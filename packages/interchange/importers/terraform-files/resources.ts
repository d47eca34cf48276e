import { type Block, readBlocks, referencesOf } from './blocks.ts';
import { type Role, roleOf } from './kinds.ts';

/** A resource, a data source or a module. */
export interface Resource {
  /** As expressions name it: `aws_vpc.main`, `data.aws_ami.linux`, `module.shop`. */
  readonly address: string;
  /** The type; empty for a module. */
  readonly type: string;
  readonly name: string;
  readonly role: Role;
  readonly block: Block;
  /** Addresses of others, each once, in the order of the text, through locals too. */
  readonly refersTo: readonly string[];
}

/** Data that is looked up only to be written into others is not worth a part. */
const drawnAs = (block: Block, type: string): Role => {
  const role = roleOf(type);
  return block.type === 'data' && role === 'part' ? 'link' : role;
};

/** What a file declares, in its order; of two with one address the first. */
export function readResources(text: string): readonly Resource[] {
  const blocks = readBlocks(text);
  const locals = new Map(
    blocks
      .filter(({ type }) => type === 'locals')
      .flatMap(({ attributes }) => [...attributes].map(([name, { references }]) => [name, references] as const)),
  );
  const found = new Map<string, Resource>();
  for (const block of blocks) {
    const declared = declaration(block);
    if (!declared || found.has(declared.address)) continue;
    const paths = [...referencesOf(block)].map(({ path }) => path);
    found.set(declared.address, { ...declared, block, refersTo: [...new Set(addresses(paths, locals))] });
  }
  return [...found.values()];
}

function declaration(block: Block): Pick<Resource, 'address' | 'type' | 'name' | 'role'> | undefined {
  const [first, second] = block.labels;
  if (block.type === 'module' && first !== undefined) return { address: `module.${first}`, type: '', name: first, role: 'part' };
  if (first === undefined || second === undefined) return undefined;
  const role = drawnAs(block, first);
  if (block.type === 'resource') return { address: `${first}.${second}`, type: first, name: second, role };
  return block.type === 'data' ? { address: `data.${first}.${second}`, type: first, name: second, role } : undefined;
}

function* addresses(
  paths: Iterable<readonly string[]>,
  locals: ReadonlyMap<string, readonly (readonly string[])[]>,
  seen = new Set<string>(),
): Generator<string> {
  for (const [first = '', second = '', third = ''] of paths) {
    if (first === 'local') {
      if (seen.has(second)) continue;
      seen.add(second);
      yield* addresses(locals.get(second) ?? [], locals, seen);
    } else if (first === 'data') yield `data.${second}.${third}`;
    else yield `${first}.${second}`;
  }
}
