import { z } from 'zod';
import { ask, text, unescaped } from './ask.ts';
import type { ClassForm } from './normal-form.ts';

const member = z.object({ visibility: z.string(), classifier: z.string() });
const classes = z.map(
  z.string(),
  z.object({
    id: z.string(),
    type: z.string(),
    label: z.string(),
    cssClasses: z.string(),
    annotations: z.array(z.string()),
    members: z.array(z.custom<object>()),
    methods: z.array(z.custom<object>()),
    parent: z.string().optional(),
  }),
);
const relations = z.array(
  z.object({
    id1: z.string(),
    id2: z.string(),
    relationTitle1: z.string(),
    relationTitle2: z.string(),
    title: z.string().optional(),
    relation: z.object({
      type1: z.union([z.number(), z.string()]),
      type2: z.union([z.number(), z.string()]),
      lineType: z.number(),
    }),
  }),
);
const notes = z.map(z.string(), z.object({ class: z.string().optional(), text: z.string(), parent: z.string().optional() }));
const namespaces = z.map(z.string(), z.object({ id: z.string(), label: z.string(), parent: z.string().optional(), explicit: z.boolean() }));
const interfaces = z.array(z.object({ id: z.string(), label: z.string() }));
const styleClasses = z.map(z.string(), z.object({ id: z.string(), styles: z.array(z.string()) }));
const details = z.object({ displayText: z.string() });

/** Mermaid's relation types, by number. */
const heads = ['aggregation', 'extension', 'composition', 'dependency', 'lollipop'];

/** Reads the normal form out of the database of a class diagram. */
export function classForm(db: object): ClassForm {
  const lollipops = new Map(interfaces.parse(Reflect.get(db, 'interfaces')).map(({ id, label }) => [id, label]));
  const end = (id: string) => (lollipops.has(id) ? `() ${text(lollipops.get(id))}` : text(id));
  const head = (type: number | string) => (typeof type === 'number' ? (heads[type] ?? 'none') : 'none');
  const label = (words: string) => (words === 'none' ? '' : text(words));
  return {
    kind: 'class',
    direction: z.string().parse(ask(db, 'getDirection')),
    classes: [...classes.parse(ask(db, 'getClasses')).values()].map((found) => ({
      name: text(found.id),
      generic: text(found.type),
      label: text(found.label),
      annotations: found.annotations.map(text),
      attributes: found.members.map(memberForm),
      methods: found.methods.map(memberForm),
      classes: found.cssClasses.split(' ').slice(1),
      ...(found.parent !== undefined && { namespace: found.parent }),
    })),
    relations: relations.parse(ask(db, 'getRelations')).map((found) => ({
      from: end(found.id1),
      to: end(found.id2),
      fromHead: head(found.relation.type1),
      toHead: head(found.relation.type2),
      dashed: found.relation.lineType === 1,
      fromText: label(found.relationTitle1),
      toText: label(found.relationTitle2),
      label: text(found.title),
    })),
    notes: [...notes.parse(ask(db, 'getNotes')).values()].map((note) => ({
      text: text(note.text),
      ...(note.class !== undefined && { about: text(note.class) }),
      ...(note.parent !== undefined && { namespace: note.parent }),
    })),
    namespaces: [...namespaces.parse(ask(db, 'getNamespaces')).values()].map(({ id, label, parent, explicit }) => ({
      id,
      label: text(label),
      ...(parent && { parent }),
      explicit,
    })),
    classDefs: [...styleClasses.parse(Reflect.get(db, 'styleClasses')).values()].map(({ id, styles }) => ({
      name: id,
      styles: styles.flatMap((style) => style.split(',')).map((style) => style.trim()),
    })),
  };
}

function memberForm(found: object): ClassForm['classes'][number]['attributes'][number] {
  const { visibility, classifier } = member.parse(found);
  return { visibility, classifier, text: unescaped(details.parse(ask(found, 'getDisplayDetails')).displayText) };
}
