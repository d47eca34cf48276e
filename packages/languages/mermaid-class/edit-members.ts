import type { TextPatch } from '@autograph/editor';
import type { ClassMember } from '@autograph/shapes/class-compartments.ts';
import { z } from 'zod';
import type { Patches } from '../collect-edits.ts';
import { newLine, wholeLine } from '../mermaid/lines.ts';
import { quietSource } from '../mermaid/source.ts';
import { type Member, readMember } from './member.ts';
import type { UmlClass, WrittenMember } from './model.ts';
import { declaration } from './orphans.ts';
import { nameSource } from './source-forms.ts';
import { shownMember } from './view.ts';

const membersSchema = z.array(z.object({ text: z.string(), abstract: z.boolean().optional(), static: z.boolean().optional() }));

/** Patches that make the attributes or methods of a class what the edited ones say: in place, taken out, or added after the last. */
export function memberPatches(found: UmlClass, kind: Member['kind'], source: string, value: unknown): Patches {
  const parsed = membersSchema.safeParse(value);
  if (!parsed.success) return { refused: 'These are not members of a class.' };
  const before = found.members.filter((member) => member.kind === kind);
  const after = parsed.data;
  const { head, tail } = alike(before.map(shownMember), after);
  const old = before.slice(head, before.length - tail);
  const wanted = after.slice(head, after.length - tail);
  const place: Place = { previous: before[head + old.length - 1] ?? found.members.at(-1), next: before[head + old.length] };
  const inLine = (at: number) => (at < old.length ? old[at]?.statement !== undefined : writesLines(found, place));
  const texts = wanted.map((member, at) => memberSource(member, kind, inLine(at)));
  if (texts.some((text) => text === undefined)) {
    return {
      refused:
        kind === 'method'
          ? 'A method is a name with parentheses, such as +draw(scale) bool.'
          : 'An attribute is a type and a name without parentheses, such as +String email.',
    };
  }
  const written = texts.flatMap((text) => text ?? []);
  const changed = old.flatMap((member, at): TextPatch[] => {
    const text = written[at];
    return text === undefined ? [] : [{ ...member.range, insert: text }];
  });
  const gone = takeOut(found, old.slice(wanted.length), source);
  return [...changed, ...gone, ...add(found, place, written.slice(old.length), source)];
}

/** How many members at the beginning and at the end stay. */
function alike(before: readonly ClassMember[], after: readonly ClassMember[]): { readonly head: number; readonly tail: number } {
  const same = (a: ClassMember | undefined, b: ClassMember | undefined) =>
    a?.text === b?.text && (a?.abstract ?? false) === (b?.abstract ?? false) && (a?.static ?? false) === (b?.static ?? false);
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && same(before[head], after[head])) head += 1;
  let tail = 0;
  while (tail < most - head && same(before.at(-1 - tail), after.at(-1 - tail))) tail += 1;
  return { head, tail };
}

/** Between which members new ones go; only the first of a kind has none of its own before it. */
interface Place {
  readonly previous: WrittenMember | undefined;
  readonly next: WrittenMember | undefined;
}

/** New members are written as `Name : member`. */
function writesLines({ bodies, declared }: UmlClass, { previous, next }: Place): boolean {
  const beside = next ?? previous;
  return beside ? beside.statement !== undefined : bodies.length === 0 && !declared;
}

/** How the text writes a member; undefined when it would be read as another. */
function memberSource(member: ClassMember, kind: Member['kind'], inLine: boolean): string | undefined {
  const text = member.text.trim();
  const [, sign = '', rest = ''] = /^([#+~-]?)([\s\S]*)$/.exec(text) ?? [];
  const pairs = (rest.match(/</g) ?? []).length;
  const generic = pairs > 0 && pairs === (rest.match(/>/g) ?? []).length ? rest.replace(/[<>]/g, '~') : rest;
  const typed = kind === 'method' ? generic.replace(/\)\s*:\s*/, ') ') : generic;
  const safe = typed
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replace(/#(?=\w+;)/g, '#35;')
    .replace(/[{}]/g, (brace) => `#${brace.charCodeAt(0)};`)
    .replace(/[$*]$|(?<=\))[$*]/g, (mark) => `#${mark.charCodeAt(0)};`)
    .replace(/^"/, '#quot;')
    .replace(inLine ? /:|;(?!(?<=#\w+;))/g : /(?!)/g, (mark) => `#${mark.charCodeAt(0)};`);
  const source = `${sign}${safe}${member.abstract ? '*' : member.static ? '$' : ''}`;
  const read = readMember(quietSource(source).text);
  return read?.kind === kind && shownMember(read).text === text ? source : undefined;
}

/** A body that would be empty goes too where the grammar wants something in it. */
function takeOut(found: UmlClass, gone: readonly WrittenMember[], source: string): TextPatch[] {
  const { bodies, members, annotations, mentions } = found;
  const patches: TextPatch[] = [];
  const emptied = bodies.filter((body) => {
    const within = ({ from, to }: { readonly from: number; readonly to: number }) => from >= body.from && to <= body.to;
    const left = [...members.filter((member) => !gone.includes(member)), ...annotations].some(({ range }) => within(range));
    return !left && gone.some(({ range }) => within(range)) && /:::\s*\S+\s*$/.test(source.slice(0, body.from));
  });
  for (const { from, to } of emptied) {
    const space = /\s*$/.exec(source.slice(0, from))?.[0].length ?? 0;
    patches.push({ from: from - space, to, insert: '' });
  }
  const rest = gone.filter(({ range }) => !emptied.some(({ from, to }) => range.from >= from && range.to <= to));
  const lines = rest.flatMap(({ statement }) => statement ?? []);
  // A class that only these lines name stays, declared.
  const kept =
    lines.length > 0 &&
    mentions.every((mention) => !mention.creates || lines.some(({ from, to }) => mention.from >= from && mention.to <= to));
  return [
    ...patches,
    ...rest.map(({ range, statement }) =>
      kept && statement === lines[0] && statement
        ? { ...statement, insert: declaration(found, source) }
        : wholeLine(source, statement ?? range),
    ),
  ];
}

function add(found: UmlClass, { previous, next }: Place, texts: readonly string[], source: string): readonly TextPatch[] {
  if (texts.length === 0) return [];
  const named = nameSource(found.name);
  const beside = next ?? previous;
  if (beside) {
    const { from, to } = beside.statement ?? beside.range;
    const indent = /(?:^|\n)([^\S\n]*)$/.exec(source.slice(0, from))?.[1] ?? '        ';
    const lines = texts.map((text) => `${beside.statement ? `${named} : ` : ''}${text}`);
    if (next) return [{ from, to: from, insert: lines.map((line) => `${line}\n${indent}`).join('') }];
    return [{ from: to, to, insert: lines.map((line) => `\n${indent}${line}`).join('') }];
  }
  const inside = texts.map((text) => `        ${text}\n`).join('');
  const body = found.bodies.at(-1);
  const annotation = found.annotations.findLast(({ range }) => body && range.from > body.from && range.to < body.to);
  if (annotation) {
    const indent = /(?:^|\n)([^\S\n]*)<*$/.exec(source.slice(0, annotation.range.from))?.[1] ?? '        ';
    const at = annotation.range.to + 2;
    return [{ from: at, to: at, insert: texts.map((text) => `\n${indent}${text}`).join('') }];
  }
  if (body) return [{ from: body.from, to: body.to, insert: `{\n${inside}    }` }];
  const own = found.statements.find(({ from }) => from === found.declared?.from);
  if (own) return [{ from: own.to, to: own.to, insert: ` {\n${inside}    }` }];
  const [first = '', ...others] = texts.map((text) => `${named} : ${text}`);
  const line = newLine(source, 'classDiagram', first);
  return [{ ...line, insert: [line.insert, ...others.map((text) => line.insert.replace(/\S[\s\S]*$/, text))].join('') }];
}
