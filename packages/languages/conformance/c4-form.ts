import { z } from 'zod';
import { ask, unescaped } from './ask.ts';
import type { C4Form } from './normal-form.ts';

/** Mermaid has some texts in an object of their own, and some not. */
const said = z
  .union([z.string(), z.object({ text: z.string().catch('') })])
  .nullish()
  .default('')
  .transform((value) => unescaped(typeof value === 'string' ? value : (value?.text ?? '')));
const colours = { bgColor: said, fontColor: said, borderColor: said };
const elements = z.array(
  z.object({ alias: z.string(), typeC4Shape: said, label: said, techn: said, descr: said, parentBoundary: z.string(), ...colours }),
);
const boundaries = z.array(z.object({ alias: z.string(), label: said, type: said, descr: said, parentBoundary: z.string(), ...colours }));
const relations = z.array(
  z.object({ type: z.string(), from: z.string(), to: z.string(), label: said, techn: said, descr: said, textColor: said, lineColor: said }),
);

/** Reads the normal form out of the database of a C4 diagram. */
export function c4Form(db: object): C4Form {
  return {
    kind: 'c4',
    type: z.string().parse(ask(db, 'getC4Type')),
    title: unescaped(z.string().parse(ask(db, 'getTitle'))),
    elements: elements.parse(ask(db, 'getC4ShapeArray')).map(({ typeC4Shape, parentBoundary, ...found }) => ({
      ...found,
      alias: unescaped(found.alias),
      type: typeC4Shape,
      parent: unescaped(parentBoundary),
    })),
    boundaries: boundaries
      .parse(ask(db, 'getBoundaries'))
      .slice(1)
      .map(({ parentBoundary, ...found }) => ({ ...found, alias: unescaped(found.alias), parent: unescaped(parentBoundary) })),
    relations: relations.parse(ask(db, 'getRels')).map((found) => ({ ...found, from: unescaped(found.from), to: unescaped(found.to) })),
  };
}
