import { writeArchitecture } from '@autograph/languages/mermaid-architecture/write.ts';
import { architectureOf, refuseTooMany } from '../../architecture/diagram.ts';
import { type ArchitectureDraft, createDraft } from '../../architecture/draft.ts';
import { iconOfName } from '../../architecture/image-icons.ts';
import type { Imported } from '../../importer.ts';
import { createWarnings } from '../../text/warnings.ts';
import type { Block } from './blocks.ts';
import { frameDepth, iconOfType, isFrontDoor, isStore } from './kinds.ts';
import { linksOf } from './links.ts';
import { type Resource, readResources } from './resources.ts';

/** The resources and modules of a Terraform file in their networks, and what refers to what, through policies, rules and the like. */
export function readTerraform(text: string): Imported {
  const { warn, list } = createWarnings(text);
  const resources = readResources(text);
  const byAddress = new Map(resources.map((resource) => [resource.address, resource]));
  const parts = resources.filter(({ role }) => role === 'part');
  refuseTooMany(parts.length);
  const titles = titlesOf(resources);
  const draft = createDraft();
  for (const resource of resources) if (resource.role === 'frame') addFrame(draft, resource, titles, byAddress);
  for (const resource of parts) {
    const key = resource.address;
    draft.nodes.set(key, { key, title: titles.get(key) ?? key, icon: iconOf(resource), within: frameAround(resource, byAddress) });
  }
  for (const [from, to] of linksOf(resources, byAddress)) link(draft, from, to);
  const links = resources.filter(({ role }) => role === 'link').length;
  if (links > 0)
    warn(`${links} ${links > 1 ? 'policies, rules and attachments are' : 'policy, rule or attachment is'} drawn as links at most.`);
  return architectureOf(draft, writeArchitecture, list(), 'This Terraform file has no resources or modules that can be drawn.');
}

function link(draft: ArchitectureDraft, from: Resource, to: Resource): void {
  const [caller, called] = isFrontDoor(to.type) && !isFrontDoor(from.type) ? [to, from] : [from, to];
  draft.link(caller.address, called.address, isStore(called.type) ? 'uses' : 'calls');
}

function addFrame(
  draft: ArchitectureDraft,
  resource: Resource,
  titles: ReadonlyMap<string, string>,
  byAddress: ReadonlyMap<string, Resource>,
): void {
  const key = resource.address;
  draft.groups.set(key, {
    ...{ key, title: titles.get(key) ?? key, icon: iconOfType(resource.type) ?? 'general:network' },
    within: frameAround(resource, byAddress),
  });
}

/** The innermost frame that a resource names, itself or through what links it; of a frame one further out. Of several like each other, what is around them. */
function frameAround(resource: Resource, byAddress: ReadonlyMap<string, Resource>): string | undefined {
  const own = frameDepth(resource.type);
  const named = resource.refersTo.flatMap((address) => byAddress.get(address) ?? []);
  const near = [
    ...named,
    ...named.filter(({ role }) => role === 'link').flatMap(({ refersTo }) => refersTo.flatMap((address) => byAddress.get(address) ?? [])),
  ];
  const frames = near.filter(
    ({ type, address }) => address !== resource.address && frameDepth(type) >= 0 && (own < 0 || frameDepth(type) < own),
  );
  const depth = Math.max(-1, ...frames.map(({ type }) => frameDepth(type)));
  const innermost = new Set(frames.filter(({ type }) => frameDepth(type) === depth));
  const [first] = innermost;
  if (!first || innermost.size === 1) return first?.address;
  return frameAround(first, byAddress);
}

/** Names that say nothing but that there is one. */
const plainNames = /^(?:this|main|default|self|primary)$/;

/** By address: the names, with what they are where that alone tells them apart. */
function titlesOf(resources: readonly Resource[]): ReadonlyMap<string, string> {
  const drawn = resources.filter(({ role }) => role === 'part' || role === 'frame');
  const named = Map.groupBy(drawn, ({ name }) => name);
  return new Map(
    drawn.map(({ address, type, name, block }) => {
      const kind = type === '' ? 'module' : type.replace(/^[a-z]+_/, '').replaceAll('_', ' ');
      const title = plainNames.test(name) ? kind : (named.get(name)?.length ?? 0) > 1 ? `${name} (${kind})` : name;
      return [address, `${title}${timesOf(block)}`];
    }),
  );
}

/** How many of it there are, when not just one. */
function timesOf({ attributes }: Block): string {
  const count = attributes.get('count')?.literal;
  if (count !== undefined && /^\d+$/.test(count)) return count === '1' ? '' : ` ×${count}`;
  return attributes.has('count') || attributes.has('for_each') ? ' ×n' : '';
}

function iconOf({ type, name, block }: Resource): string {
  if (type === '') return iconOfName(name) ?? 'general:boxes';
  const program = ['engine', 'image', 'image_id'].flatMap(
    (attribute) => iconOfName(block.attributes.get(attribute)?.literal ?? '') ?? [],
  )[0];
  return program ?? iconOfType(type) ?? iconOfName(type.replace(/^[a-z]+_/, '')) ?? 'general:box';
}
