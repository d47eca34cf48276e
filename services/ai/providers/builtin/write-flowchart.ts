import type { Architecture, Component, Tier } from './component.ts';

const titles: Readonly<Partial<Record<Tier, string>>> = {
  app: 'Application',
  async: 'Asynchronous',
  data: 'Data',
  operations: 'Operations',
};

const quoted = (text: string) => `"${text.replaceAll('"', '#quot;')}"`;

function node({ id, label, icon, outline }: Component): string {
  if (icon) return `${id}@{ icon: "${icon}", form: "square", label: ${quoted(label)} }`;
  if (outline === 'person') return `${id}([${quoted(label)}])`;
  if (outline === 'cylinder') return `${id}[(${quoted(label)})]`;
  if (outline === 'queue') return `${id}@{ shape: das, label: ${quoted(label)} }`;
  return `${id}[${quoted(label)}]`;
}

/** Writes an architecture as a Mermaid flowchart; tiers with several components become subgraphs. */
export function writeFlowchart({ components, relations }: Architecture): string {
  const lines = ['flowchart LR'];
  for (const tier of new Set(components.map((known) => known.tier))) {
    const members = components.filter((known) => known.tier === tier);
    const title = titles[tier];
    if (title && members.length > 1 && components.length > members.length) {
      lines.push(`  subgraph ${tier}_tier[${quoted(title)}]`, ...members.map((member) => `    ${node(member)}`), '  end');
    } else {
      lines.push(...members.map((member) => `  ${node(member)}`));
    }
  }
  for (const { from, to, label } of relations) lines.push(`  ${from} -->${label ? `|${quoted(label)}|` : ''} ${to}`);
  return lines.join('\n');
}
