import { z } from 'zod';
import { architectureForm } from './architecture-form.ts';
import { ask, text } from './ask.ts';
import { blockForm } from './block-form.ts';
import { c4Form } from './c4-form.ts';
import { classForm } from './class-form.ts';
import { ganttForm } from './gantt-form.ts';
import { gitForm } from './git-form.ts';
import { kanbanForm } from './kanban-form.ts';
import { mindmapForm } from './mindmap-form.ts';
import type { ErForm, FlowchartForm, NormalForm, SequenceEvent, SequenceForm } from './normal-form.ts';
import { requirementForm } from './requirement-form.ts';
import { stateForm } from './state-form.ts';
import { timelineForm } from './timeline-form.ts';

/** Reads the normal form out of the database that Mermaid's parser filled; undefined for kinds that are not compared in depth. */
export function mermaidForm(type: string, db: object): NormalForm | undefined {
  if (type.startsWith('flowchart')) return flowchartForm(db);
  if (type === 'sequence') return sequenceForm(db);
  if (type === 'er') return erForm(db);
  if (type.startsWith('class')) return classForm(db);
  if (type.startsWith('state')) return stateForm(db);
  if (type === 'gantt') return ganttForm(db);
  if (type === 'gitGraph') return gitForm(db);
  if (type === 'mindmap') return mindmapForm(db);
  if (type === 'timeline') return timelineForm(db);
  if (type === 'kanban') return kanbanForm(db);
  if (type === 'c4') return c4Form(db);
  if (type === 'architecture') return architectureForm(db);
  if (type === 'block') return blockForm(db);
  if (type === 'requirement') return requirementForm(db);
  return undefined;
}

const flowchartData = z.object({
  nodes: z.array(
    z.object({
      id: z.string(),
      label: z.string().optional(),
      shape: z.string().optional(),
      isGroup: z.boolean().optional(),
    }),
  ),
  edges: z.array(
    z.object({
      start: z.string(),
      end: z.string(),
      label: z.string().optional(),
      thickness: z.string().optional(),
      arrowTypeStart: z.string().optional(),
      arrowTypeEnd: z.string().optional(),
    }),
  ),
});
const subgraphs = z.array(z.object({ id: z.string(), title: z.string().optional(), nodes: z.array(z.string()) }));

function flowchartForm(db: object): FlowchartForm {
  const { nodes, edges } = flowchartData.parse(ask(db, 'getData'));
  return {
    kind: 'flowchart',
    direction: z.string().optional().parse(ask(db, 'getDirection')) ?? 'TB',
    nodes: nodes.filter((node) => !node.isGroup).map((node) => ({ id: node.id, label: text(node.label), shape: node.shape ?? '' })),
    edges: edges.map((edge) => ({
      from: edge.start,
      to: edge.end,
      label: text(edge.label),
      kind: `${edge.thickness ?? 'normal'} ${edge.arrowTypeStart ?? 'none'} ${edge.arrowTypeEnd ?? 'none'}`,
    })),
    groups: groups(db),
  };
}

function groups(db: object): FlowchartForm['groups'] {
  return subgraphs
    .parse(ask(db, 'getSubGraphs'))
    .map((group) => ({ id: group.id, title: text(group.title), members: [...group.nodes].sort() }));
}

const actors = z.map(z.string(), z.object({ description: z.string(), type: z.string() }));
const boxes = z.array(z.object({ name: z.string().optional(), fill: z.string(), actorKeys: z.array(z.string()) }));
const keyed = z.map(z.string(), z.number());
const messages = z.array(
  z.object({
    type: z.number().optional(),
    from: z.string().optional(),
    to: z.string().optional(),
    message: z.union([
      z.string(),
      z.object({ start: z.number().optional(), step: z.number().optional(), visible: z.boolean() }),
      z.undefined(),
    ]),
    placement: z.number().optional(),
    centralConnection: z.number().optional(),
  }),
);

function sequenceForm(db: object): SequenceForm {
  return {
    kind: 'sequence',
    participants: [...actors.parse(ask(db, 'getActors'))].map(([id, actor]) => ({ id, label: text(actor.description), type: actor.type })),
    boxes: boxes.parse(ask(db, 'getBoxes')).map((box) => ({ title: text(box.name), fill: box.fill, members: box.actorKeys })),
    created: [...keyed.parse(ask(db, 'getCreatedActors')).keys()],
    destroyed: [...keyed.parse(ask(db, 'getDestroyedActors')).keys()],
    events: messages.parse(ask(db, 'getMessages')).flatMap(sequenceEvent),
  };
}

function sequenceEvent(message: z.infer<typeof messages>[number]): readonly SequenceEvent[] {
  const { type = -1, from = '', to = '' } = message;
  const words = text(typeof message.message === 'string' ? message.message : '');
  const arrow = arrows[type];
  if (arrow) return [{ kind: 'message', from, to, text: words, arrow, central: centrals[message.centralConnection ?? 0] ?? 'none' }];
  const block = blocks[type];
  if (block?.[0] === 'end') return [{ kind: 'end', block: block[1] }];
  if (block) return [{ kind: block[0], block: block[1], text: words }];
  if (type === 2) {
    const placement = (['left', 'right', 'over'] as const)[message.placement ?? 2] ?? 'over';
    return [{ kind: 'note', placement, over: from === to ? [from] : [from, to], text: words }];
  }
  if (type === 17 || type === 18) return [{ kind: type === 17 ? 'activate' : 'deactivate', participant: from }];
  if (type === 26 && typeof message.message === 'object') {
    const { start, step, visible } = message.message;
    return [{ kind: 'autonumber', ...(visible ? { start, step } : {}), visible }];
  }
  return [];
}

/** Mermaid's line types, by number, in the words of its documentation. */
const arrows: Readonly<Record<number, string>> = {
  0: '->>',
  1: '-->>',
  3: '-x',
  4: '--x',
  5: '->',
  6: '-->',
  24: '-)',
  25: '--)',
  33: '<<->>',
  34: '<<-->>',
  41: '-|\\',
  42: '-|/',
  43: '-\\\\',
  44: '-//',
  45: '/|-',
  46: '\\|-',
  47: '//-',
  48: '\\\\-',
  51: '--|\\',
  52: '--|/',
  53: '--\\\\',
  54: '--//',
  55: '/|--',
  56: '\\|--',
  57: '//--',
  58: '\\\\--',
};
const centrals: Readonly<Record<number, 'none' | 'to' | 'from' | 'both'>> = { 0: 'none', 59: 'to', 60: 'from', 61: 'both' };
const blocks: Readonly<Record<number, readonly ['start' | 'section' | 'end', string]>> = {
  10: ['start', 'loop'],
  11: ['end', 'loop'],
  12: ['start', 'alt'],
  13: ['section', 'alt'],
  14: ['end', 'alt'],
  15: ['start', 'opt'],
  16: ['end', 'opt'],
  19: ['start', 'par'],
  20: ['section', 'par'],
  21: ['end', 'par'],
  22: ['start', 'rect'],
  23: ['end', 'rect'],
  27: ['start', 'critical'],
  28: ['section', 'critical'],
  29: ['end', 'critical'],
  30: ['start', 'break'],
  31: ['end', 'break'],
  32: ['start', 'par_over'],
};

const entities = z.map(
  z.string(),
  z.object({
    id: z.string(),
    alias: z.string(),
    cssClasses: z.string(),
    cssStyles: z.array(z.string()),
    attributes: z.array(z.object({ type: z.string(), name: z.string(), keys: z.array(z.string()), comment: z.string() })),
  }),
);
const relations = z.array(
  z.object({
    entityA: z.string(),
    entityB: z.string(),
    roleA: z.string(),
    relSpec: z.object({ cardA: z.string(), cardB: z.string(), relType: z.string() }),
  }),
);

function erForm(db: object): ErForm {
  const found = entities.parse(ask(db, 'getEntities'));
  const names = new Map([...found].map(([name, entity]) => [entity.id, name]));
  return {
    kind: 'er',
    direction: z.string().parse(ask(db, 'getDirection')),
    entities: [...found].map(([name, entity]) => ({
      name: text(name),
      alias: text(entity.alias),
      classes: entity.cssClasses.split(' ').filter((word) => word !== 'default' && word !== ''),
      styles: entity.cssStyles.map((style) => style.trim()),
      attributes: entity.attributes.map((row) => ({ ...row, keys: row.keys.map((key) => key.toUpperCase()), comment: text(row.comment) })),
    })),
    relations: relations.parse(ask(db, 'getRelationships')).map((relation) => ({
      from: text(names.get(relation.entityA) ?? relation.entityA),
      to: text(names.get(relation.entityB) ?? relation.entityB),
      role: text(relation.roleA),
      fromCardinality: relation.relSpec.cardB.toLowerCase(),
      toCardinality: relation.relSpec.cardA.toLowerCase(),
      identifying: relation.relSpec.relType === 'IDENTIFYING',
    })),
    groups: groups(db),
  };
}
