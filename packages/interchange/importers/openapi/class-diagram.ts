import { plainWords } from './plain-words.ts';
import type { SchemaClass } from './schemas.ts';

/** Schemas as a Mermaid class diagram. */
export function classDiagramOf(schemas: readonly SchemaClass[]): string {
  const ids = idsOf(schemas.map(({ name }) => name));
  const lines = ['classDiagram'];
  for (const { name, kind, members } of schemas) {
    const id = ids.get(name) ?? '';
    const shown = plainWords(name, 60).replace(/[[\]{}()]/g, '') || 'schema';
    const head = `  class ${id}${id === name ? '' : `["${shown}"]`}`;
    const body = [...(kind === 'object' ? [] : [`<<${kind}>>`]), ...members.map(memberText).filter((member) => member !== '')];
    lines.push(...(body.length > 0 ? [`${head} {`, ...body.map((line) => `    ${line}`), '  }'] : [head]));
  }
  for (const { name, parents, choices, associations } of schemas) {
    const id = ids.get(name) ?? '';
    for (const parent of parents) if (ids.has(parent)) lines.push(`  ${ids.get(parent)} <|-- ${id}`);
    for (const choice of choices) if (ids.has(choice)) lines.push(`  ${id} <|.. ${ids.get(choice)}`);
    for (const { to, multiplicity, label } of associations) {
      const words = plainWords(label, 40).replace(/[:{}[\]]/g, '');
      if (ids.has(to)) lines.push(`  ${id} --> "${multiplicity}" ${ids.get(to)}${words === '' ? '' : ` : ${words}`}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Round brackets would make it a method, a sign at the end make it static or abstract. */
function memberText(text: string): string {
  return plainWords(text.replace(/[{}()]/g, ' ')).replace(/[\s$*]+$/, '');
}

/** Words with which Mermaid begins other statements, and the head of a line that is one letter. */
const taken = /^(?:class|namespace|note|style|link|click|href|call|direction|title|acc|default|css|end|_self|_blank|_parent|_top|o$)/i;

function idsOf(names: readonly string[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const used = new Set<string>(names);
  for (const name of names) {
    const plain = /^[A-Za-z]\w{0,59}$/.test(name) && !taken.test(name);
    let id = plain ? name : `S_${name.replace(/\W+/g, '_').slice(0, 50)}`;
    for (let count = 2; !plain && used.has(id); count += 1) id = `S${count}_${name.replace(/\W+/g, '_').slice(0, 50)}`;
    used.add(id);
    ids.set(name, id);
  }
  return ids;
}
