import { writeArchitecture } from '@autograph/languages/mermaid-architecture/write.ts';
import { architectureOf } from '../../architecture/diagram.ts';
import { type ArchitectureDraft, addInternet, createDraft } from '../../architecture/draft.ts';
import { iconOfImage, iconOfName } from '../../architecture/image-icons.ts';
import { hostsIn } from '../../architecture/mentions.ts';
import type { Imported } from '../../importer.ts';
import { entriesOf, field, scalar } from '../../text/loose.ts';
import { createWarnings } from '../../text/warnings.ts';
import { readYaml } from '../../text/yaml-documents.ts';
import { extended } from './extended.ts';
import { type ComposeService, readService } from './service.ts';

const nodeOf = (service: string) => `service ${service}`;
const networkOf = (network: string) => `network ${network}`;
const list = new Intl.ListFormat('en');

/** The services of a Compose file in their networks, what they depend on, their volumes, and who reaches them. */
export function readCompose(text: string): Imported {
  const { warn, list: warnings } = createWarnings(text);
  const [document] = readYaml(text, warn);
  const file = document?.value;
  if (field(file, 'include') !== undefined)
    warn('What other files that are included hold is not in the diagram.', document?.offsetOf('include'));
  const declared = field(file, 'services');
  const services = entriesOf(declared).map(([name, value]) =>
    readService(
      name,
      extended(value, declared, (other) =>
        warn(`“${name}” extends a service of “${other}”, which is not part of this file.`, document?.offsetOf('services', name)),
      ),
    ),
  );
  const draft = createDraft();
  for (const service of services) addService(draft, service, file);
  const byAlias = new Map(services.flatMap(({ name, aliases }) => aliases.map((alias) => [alias, name] as const)));
  for (const service of services) linkService(draft, service, byAlias);
  for (const { name, dependsOn } of services)
    for (const other of dependsOn)
      if (!draft.nodes.has(nodeOf(other)))
        warn(`“${name}” depends on “${other}”, which is not part of this file.`, document?.offsetOf('services', name, 'depends_on'));
  const several = services.filter(({ networks }) => networks.length > 1);
  if (several.length > 0)
    warn(
      `${list.format(several.slice(0, 5).map(({ name }) => `“${name}”`))}${several.length > 5 ? ' and others' : ''} ${
        several.length > 1 ? 'are' : 'is'
      } in several networks, and drawn in the first.`,
    );
  return architectureOf(draft, writeArchitecture, warnings(), 'This Compose file has no services.');
}

function addService(draft: ArchitectureDraft, { name, image, replicas, profiles, networks, volumes }: ComposeService, file: unknown): void {
  const [network] = networks;
  const within = network === undefined ? undefined : networkOf(network);
  if (network !== undefined)
    draft.groups.set(networkOf(network), {
      key: networkOf(network),
      title: scalar(field(file, 'networks', network, 'name')) ?? network,
      icon: 'general:network',
    });
  const title = [name, replicas > 1 ? `×${replicas}` : '', profiles.length > 0 ? `(${profiles.join(', ')})` : ''].filter(Boolean).join(' ');
  draft.nodes.set(nodeOf(name), { key: nodeOf(name), title, icon: iconOfImage(image) ?? iconOfName(name) ?? 'server', within });
  for (const volume of volumes) {
    const key = `volume ${volume}`;
    const known = draft.nodes.get(key);
    if (!known) draft.nodes.set(key, { key, title: scalar(field(file, 'volumes', volume, 'name')) ?? volume, icon: 'disk', within });
    draft.link(nodeOf(name), key, 'uses');
  }
}

function linkService(draft: ArchitectureDraft, service: ComposeService, byAlias: ReadonlyMap<string, string>): void {
  const { name, dependsOn, links, ports, environment } = service;
  for (const { published, local } of ports) draft.link(local ? addMachine(draft) : addInternet(draft), nodeOf(name), 'calls', published);
  for (const other of dependsOn) draft.link(nodeOf(name), nodeOf(other), 'calls');
  for (const link of links) draft.link(nodeOf(name), nodeOf(link.service), 'calls');
  const linked = new Map(links.map((link) => [link.alias, link.service]));
  for (const [key, value] of environment)
    for (const { host, port } of hostsIn(key, value)) {
      const other = linked.get(host) ?? byAlias.get(host);
      // A service that is told its own address calls nobody.
      if (other !== undefined) draft.link(nodeOf(name), nodeOf(other), 'calls', port);
    }
}

function addMachine({ nodes }: ArchitectureDraft): string {
  const key = 'this machine';
  nodes.set(key, { key, title: 'This machine', icon: 'general:monitor' });
  return key;
}
