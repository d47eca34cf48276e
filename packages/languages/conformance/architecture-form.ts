import { z } from 'zod';
import { ask, unescaped } from './ask.ts';
import type { ArchitectureForm } from './normal-form.ts';

const said = z
  .string()
  .nullish()
  .transform((value) => unescaped(value ?? ''));
const flag = z
  .boolean()
  .nullish()
  .transform((value) => value === true);
const services = z.array(z.object({ id: z.string(), icon: said, iconText: said, title: said, in: said }));
const edges = z.array(
  z.object({
    ...{ lhsId: z.string(), lhsDir: z.string(), lhsInto: flag, lhsGroup: flag },
    ...{ rhsId: z.string(), rhsDir: z.string(), rhsInto: flag, rhsGroup: flag },
    title: said,
  }),
);
const hints = z.array(z.object({ direction: z.string(), members: z.array(z.string()) }));

/** Reads the normal form out of the database of an architecture diagram. */
export function architectureForm(db: object): ArchitectureForm {
  return {
    kind: 'architecture',
    title: unescaped(z.string().parse(ask(db, 'getDiagramTitle'))),
    services: services.parse(ask(db, 'getServices')).map(({ in: parent, ...found }) => ({ ...found, parent })),
    junctions: services.parse(ask(db, 'getJunctions')).map(({ id, in: parent }) => ({ id, parent })),
    groups: services.parse(ask(db, 'getGroups')).map(({ id, icon, title, in: parent }) => ({ id, icon, title, parent })),
    edges: edges.parse(ask(db, 'getEdges')).map((edge) => ({
      from: { id: edge.lhsId, side: edge.lhsDir, into: edge.lhsInto, group: edge.lhsGroup },
      to: { id: edge.rhsId, side: edge.rhsDir, into: edge.rhsInto, group: edge.rhsGroup },
      title: edge.title,
    })),
    alignments: hints.parse(ask(db, 'getLayoutHints')),
  };
}
