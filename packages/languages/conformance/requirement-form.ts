import { z } from 'zod';
import { ask, text } from './ask.ts';
import type { RequirementForm } from './normal-form.ts';

const styled = { classes: z.array(z.string()), cssStyles: z.array(z.string()) };
const requirements = z.map(
  z.string(),
  z.object({
    name: z.string(),
    type: z.string(),
    requirementId: z.string(),
    text: z.string(),
    risk: z.string(),
    verifyMethod: z.string(),
    ...styled,
  }),
);
const elements = z.map(z.string(), z.object({ name: z.string(), type: z.string(), docRef: z.string(), ...styled }));
const relations = z.array(z.object({ type: z.string(), src: z.string(), dst: z.string() }));
const styleClasses = z.map(z.string(), z.object({ id: z.string(), styles: z.array(z.string()) }));

/** Reads the normal form out of the database of a requirement diagram. */
export function requirementForm(db: object): RequirementForm {
  return {
    kind: 'requirement',
    direction: z.string().parse(ask(db, 'getDirection')),
    requirements: [...requirements.parse(ask(db, 'getRequirements')).values()].map((found) => ({
      name: text(found.name),
      type: found.type,
      id: text(found.requirementId),
      text: text(found.text),
      risk: found.risk,
      verifyMethod: found.verifyMethod,
      classes: found.classes,
      styles: found.cssStyles,
    })),
    elements: [...elements.parse(ask(db, 'getElements')).values()].map((found) => ({
      name: text(found.name),
      type: text(found.type),
      docRef: text(found.docRef),
      classes: found.classes,
      styles: found.cssStyles,
    })),
    relations: relations.parse(ask(db, 'getRelationships')).map(({ type, src, dst }) => ({ type, from: text(src), to: text(dst) })),
    classDefs: [...styleClasses.parse(ask(db, 'getClasses')).values()].map(({ id, styles }) => ({ name: id, styles })),
  };
}
