import type { EntitySketch, SketchedAttribute, SketchedCardinality, SketchedEntity } from '../entity-sketch.ts';
import { plainName, plainQuoted, plainWord, remarkLines } from './plain-words.ts';

const left: Readonly<Record<SketchedCardinality, string>> = { zero_or_one: '|o', zero_or_more: '}o', only_one: '||' };
const right: Readonly<Record<SketchedCardinality, string>> = { zero_or_one: 'o|', zero_or_more: 'o{', only_one: '||' };

/** The sketch as a text that reads back as the same entities, attributes and relations, and the family of that text. */
export function writeEr(sketch: EntitySketch): { readonly language: string; readonly source: string } {
  const byName = new Map(sketch.entities.map((entity) => [entity.name, entity]));
  const grouped = new Set(sketch.groups.flatMap(({ members }) => members));
  const taken = new Set([...byName.keys()]);
  const lines = ['erDiagram', '    direction LR'];
  for (const { title, members } of sketch.groups) {
    lines.push(`    subgraph ${plainName(unusedName(title, taken))} [${plainName(title)}]`);
    for (const member of members) {
      const entity = byName.get(member);
      if (entity) lines.push(...entityLines(entity, '        '));
    }
    lines.push('    end');
  }
  for (const entity of sketch.entities) if (!grouped.has(entity.name)) lines.push(...entityLines(entity, '    '));
  for (const { from, to, role, fromCardinality, toCardinality, identifying } of sketch.relations) {
    const connector = `${left[fromCardinality]}${identifying ? '--' : '..'}${right[toCardinality]}`;
    lines.push(`    ${plainName(from)} ${connector} ${plainName(to)} : ${role === '' ? '""' : plainName(role)}`);
  }
  return { language: 'mermaid', source: `${lines.join('\n')}\n` };
}

function entityLines({ name, note, attributes }: SketchedEntity, indent: string): string[] {
  const remark = remarkLines(note).map((line) => indent + line);
  if (attributes.length === 0) return [...remark, `${indent}${plainName(name)}`];
  return [
    ...remark,
    `${indent}${plainName(name)} {`,
    ...attributes.map((attribute) => `${indent}    ${attributeSource(attribute)}`),
    `${indent}}`,
  ];
}

function attributeSource({ type, name, keys, comment }: SketchedAttribute): string {
  return [plainWord(type), plainWord(name), keys.join(', '), comment.trim() && plainQuoted(comment)].filter(Boolean).join(' ');
}

/** A name like the wanted one that nothing bears yet; takes it. */
function unusedName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let count = 2; taken.has(name); count += 1) name = `${wanted} ${count}`;
  taken.add(name);
  return name;
}
