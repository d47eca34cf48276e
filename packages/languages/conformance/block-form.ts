import { z } from 'zod';
import { ask, unescaped } from './ask.ts';
import type { BlockForm, BlockNodeForm } from './normal-form.ts';

const said = z
  .string()
  .nullish()
  .transform((value) => unescaped(value ?? ''));
const words = z
  .array(z.string())
  .nullish()
  .transform((value) => (value ?? []).map((word) => unescaped(word)));
const own = z.object({
  ...{ id: said, type: said, label: said, classes: words, styles: words, directions: words },
  ...{ widthInColumns: z.number().nullish(), columns: z.number().nullish(), children: z.array(z.unknown()).nullish() },
});
const edges = z.array(
  z.object({ ...{ start: said, end: said, label: said, arrowTypeStart: said, arrowTypeEnd: said, thickness: said, pattern: said } }),
);
const classes = z.map(z.string(), z.object({ id: z.string(), styles: z.array(z.string()) }));

/** Reads the normal form out of the database of a block diagram. */
export function blockForm(db: object): BlockForm {
  const getBlock: unknown = Reflect.get(db, 'getBlock');
  const root: unknown = typeof getBlock === 'function' ? getBlock.call(db, 'root') : {};
  const { columns, children } = nodeForm(root);
  return {
    kind: 'block',
    ...{ columns, children },
    edges: edges.parse(ask(db, 'getEdges')).map((edge) => ({
      ...{ from: edge.start, to: edge.end, label: edge.label },
      arrow: `${edge.arrowTypeStart} ${edge.arrowTypeEnd} ${edge.thickness} ${edge.pattern}`,
    })),
    classDefs: [...classes.parse(ask(db, 'getClasses')).values()].map(({ id, styles }) => ({ name: id, styles })),
  };
}

function nodeForm(block: unknown): BlockNodeForm {
  const found = own.parse(block);
  // Spaces and blocks without a name have one made up at random.
  const [id, label] = /^id-[a-z0-9]+-\d+(?:-\d+)?$/.test(found.id) ? ['', ''] : [found.id, found.label];
  return {
    ...{ id, type: found.type, label, classes: found.classes, styles: found.styles, directions: found.directions },
    width: found.widthInColumns ?? 1,
    columns: found.columns || -1,
    children: (found.children ?? []).map(nodeForm),
  };
}
