import type { Chart, ChartEdge, ChartNode } from '../eraser/chart-model.ts';
import { activation, fragmentWords, parseChart } from '../eraser/chart-parse.ts';
import type { Group, Statement } from '../eraser/syntax.ts';
import type { Parsed } from '../language.ts';
import type { BlockKind, Participant, ParticipantBox, SequenceEvent } from '../sequence/model.ts';
import type { EraserSequence } from './model.ts';

/** Reads a sequence diagram (https://docs.eraser.io/sequence-diagram-syntax). */
export function parseSequence(source: string): Parsed<EraserSequence> {
  const parsed = parseChart(source, { lifelines: true });
  return parsed.ok ? { ...parsed, model: sequenceOf(parsed.model) } : parsed;
}

/** Arrows by the names that the drawing of sequences has for them. */
const arrows: Readonly<Record<string, string>> = {
  '>': '->>',
  '->': '->>',
  '=>': '->>',
  '<': '->>',
  '<-': '->>',
  '<>': '<<->>',
  '<->': '<<->>',
  '-': '->',
  '--': '-->',
  '-->': '-->>',
  '<--': '-->>',
  '<-->': '<<-->>',
};

/** A connector that points only back: its message goes the other way. */
export function isBackward(connector: string): boolean {
  return connector.startsWith('<') && !connector.endsWith('>');
}

function sequenceOf(chart: Chart): EraserSequence {
  const events: SequenceEvent[] = [];
  const messages = new Map<string, ChartEdge>();
  const fragments = new Map<string, Group[]>();
  const edges = Map.groupBy(chart.edges, ({ statement }) => statement);
  const counts = new Map<string, number>();
  const active = new Map<string, number>();
  const numbered = (name: string) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return `${name}:${count}`;
  };

  const message = (edge: ChartEdge) => {
    const back = isBackward(edge.connector);
    const [from, to] = back ? [edge.to, edge.from] : [edge.from, edge.to];
    const [start, end] = back ? [edge.ends[1], edge.ends[0]] : edge.ends;
    const id = numbered(`message:${from}>${to}`);
    const { statement } = edge;
    messages.set(id, edge);
    const textRange = statement.label ?? { from: statement.to, to: statement.to };
    events.push({
      ...{ kind: 'message', id, from, to, text: edge.label, arrow: arrows[edge.connector] ?? '->>', central: 'none' },
      ...{ range: { from: statement.from, to: statement.to }, textRange, ends: [start.nameRange, end.nameRange] },
    });
  };
  const activate = (word: string, participant: string, range: Statement) => {
    const count = active.get(participant) ?? 0;
    const kind = word === 'activate' ? 'activate' : 'deactivate';
    if (kind === 'deactivate' && count === 0) return;
    active.set(participant, kind === 'activate' ? count + 1 : count - 1);
    events.push({ kind, participant, range: { from: range.from, to: range.to } });
  };
  const fragment = (group: Group, next: readonly Group[]) => {
    const { name } = group.header;
    const block: BlockKind = isBlock(name) ? name : name === 'and' ? 'par' : 'alt';
    const id = numbered(block);
    fragments.set(id, [group, ...next]);
    for (const [at, part] of [group, ...next].entries()) {
      const label = part.header.properties?.entries.find(({ key }) => key === 'label');
      const end = part.header.to;
      const said = {
        text: label?.value ?? '',
        keyword: part.header.nameRange,
        textRange: label?.valueRange ?? { from: end, to: end },
      };
      events.push({ kind: at === 0 ? 'start' : 'section', id, block, ...said });
      visit(part.statements);
    }
    const { body, to } = next.at(-1) ?? group;
    events.push({ kind: 'end', id, block, keyword: { from: body.to, to } });
  };
  const visit = (statements: readonly Statement[]) => {
    for (const [at, statement] of statements.entries()) {
      if (statement.kind === 'connection') for (const edge of edges.get(statement) ?? []) message(edge);
      if (statement.kind === 'setting' && statement.key === 'autoNumber')
        events.push({ kind: 'autonumber', visible: statement.value !== 'off' });
      if (statement.kind === 'nodes') {
        for (const { name } of statement.items) {
          const [lead = '', word = ''] = activation.exec(name) ?? [];
          if (word !== '') activate(word, name.slice(lead.length), statement);
        }
      }
      if (statement.kind !== 'group' || !fragmentWords.has(statement.header.name)) continue;
      const before = statements[at - 1];
      if (!continues(before, statement)) fragment(statement, partsAfter(statements.slice(at + 1), statement));
    }
  };
  visit(chart.statements);
  const title = chart.settings.get('title')?.value;
  const participants = [...chart.nodes.values()].map(participantOf);
  return {
    ...{ chart, messages, fragments },
    sequence: {
      words: (written) => written,
      ...(title && { title }),
      participants,
      boxes: boxesOf(chart),
      events,
      created: [],
      destroyed: [],
    },
  };
}

function isBlock(name: string): name is 'loop' | 'alt' | 'opt' | 'par' | 'break' | 'critical' {
  return ['loop', 'alt', 'opt', 'par', 'break', 'critical'].includes(name);
}

/** Whether a fragment is a further part of the one right before it: `else`, `and`. */
function continues(before: Statement | undefined, group: Group): boolean {
  const { name } = group.header;
  return (
    before?.kind === 'group' &&
    ((name === 'else' && before.header.name !== 'and') || (name === 'and' && before.header.name !== 'else')) &&
    fragmentWords.has(before.header.name)
  );
}

function partsAfter(statements: readonly Statement[], first: Group): readonly Group[] {
  const parts: Group[] = [];
  for (const statement of statements) {
    if (statement.kind !== 'group' || !continues(parts.at(-1) ?? first, statement)) break;
    parts.push(statement);
  }
  return parts;
}

/** Icons that a lifeline's own heads show. */
const heads: Readonly<Record<string, string>> = {
  user: 'actor',
  users: 'actor',
  person: 'actor',
  database: 'database',
  db: 'database',
  queue: 'queue',
};

function participantOf({ id, label, properties, namings }: ChartNode): Participant {
  const icon = properties.get('icon') ?? '';
  return {
    ...{ id, label: label, type: heads[icon] ?? 'participant', links: [] },
    mentions: namings.map(({ mention }) => mention.nameRange),
    statements: namings.flatMap(({ statement, mention }) =>
      statement.kind === 'nodes' && mention.from === mention.nameRange.from ? [mention] : [],
    ),
  };
}

function boxesOf({ groups, nodes }: Chart): readonly ParticipantBox[] {
  return [...groups.values()].flatMap(({ id, label, blocks: [block] }): readonly ParticipantBox[] => {
    const members = [...nodes.values()].filter(({ parent }) => parent === id).map((node) => node.id);
    if (!block || members.length === 0) return [];
    return [
      {
        id,
        title: label,
        fill: 'transparent',
        members,
        range: { from: block.from, to: block.to },
        textRange: block.header.nameRange,
      },
    ];
  });
}
