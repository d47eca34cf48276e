import { z } from 'zod';
import { ask, text, unescaped } from './ask.ts';
import type { StateForm } from './normal-form.ts';

const node = z.object({
  id: z.string(),
  shape: z.string().optional(),
  label: z.string().optional(),
  description: z.array(z.string()).optional(),
  parentId: z.string().optional(),
  dir: z.string().optional(),
  isGroup: z.boolean().optional(),
  cssClasses: z.string().optional(),
  cssStyles: z.array(z.string()).optional(),
  position: z.string().optional(),
});
const data = z.object({
  nodes: z.array(node),
  edges: z.array(z.object({ start: z.string(), end: z.string(), label: z.string().optional(), classes: z.string() })),
  direction: z.string(),
});
const styleClasses = z.map(z.string(), z.object({ id: z.string(), styles: z.array(z.string()) }));

const kinds: Readonly<Record<string, string>> = {
  stateStart: 'start',
  stateEnd: 'end',
  fork: 'fork',
  join: 'join',
  choice: 'choice',
  divider: 'divider',
};

/** Reads the normal form out of the database of a state diagram. */
export function stateForm(db: object): StateForm {
  const { nodes, edges, direction } = data.parse(ask(db, 'getData'));
  const regions = nodes.filter(({ shape, isGroup }) => shape === 'divider' && isGroup);
  const strays = nodes.filter(({ shape, isGroup }) => shape === 'divider' && !isGroup);
  // Regions have numbers of their own, some of them random.
  const names = new Map([
    ...regions.map(({ id }, at) => [id, `region ${at + 1}`] as const),
    ...strays.map(({ id }, at) => [id, `divider ${at + 1}`] as const),
  ]);
  const called = (id: string): string => {
    const point = /^([\s\S]*)_(start|end)$/.exec(id);
    const region = names.get(point?.[1] ?? '');
    return text(region ? `${region}_${point?.[2]}` : (names.get(id) ?? id));
  };
  const states = nodes.filter(({ id, shape }) => shape !== 'note' && shape !== 'noteGroup' && !regions.some((region) => region.id === id));
  return {
    kind: 'state',
    direction,
    states: states.map((found) => ({
      id: called(found.id),
      kind: kinds[found.shape ?? ''] ?? 'state',
      label: called(unescaped(found.label ?? '')),
      details: (found.description ?? []).map(unescaped),
      ...(found.parentId !== undefined && { parent: called(found.parentId) }),
      ...(found.isGroup && { direction: found.dir ?? '' }),
      classes: (found.cssClasses ?? '').split(' ').filter((word) => word !== '' && !word.startsWith('statediagram')),
      styles: found.cssStyles ?? [],
    })),
    regions: regions.map(({ parentId, dir }) => ({ parent: text(parentId), direction: dir ?? '' })),
    transitions: edges
      .filter(({ classes }) => !classes.includes('note-edge'))
      .map(({ start, end, label }) => ({ from: called(start), to: called(end), label: unescaped(label ?? '') })),
    notes: nodes
      .filter(({ shape }) => shape === 'note')
      .map(({ id, label, position }) => ({
        about: called(id.slice(0, id.lastIndexOf('----note'))),
        side: position === 'left of' ? 'left' : 'right',
        text: unescaped(label ?? ''),
      })),
    classDefs: [...styleClasses.parse(ask(db, 'getClasses')).values()].map(({ id, styles }) => ({ name: id, styles })),
  };
}
