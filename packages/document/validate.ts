import * as Y from 'yjs';
import type { z } from 'zod';
import { rawBlock } from './block-map.ts';
import { settingSchema } from './board-map.ts';
import { openFile, rootNames } from './file.ts';
import { limits } from './limits.ts';
import { BlockRecord, ShapeRecord } from './records.ts';
import { rawRecord } from './shape-map.ts';
import { type ShapeSchemas, schemaOf } from './sound-shape.ts';
import type { Touched } from './touched.ts';

/** Why a document is not a valid file: where, and what is wrong in a sentence. */
export interface FileProblem {
  /** Such as `shapes/sh_1/x`. */
  readonly path: string;
  readonly message: string;
}

function schemaProblem(at: string, schema: z.ZodType, value: unknown): FileProblem | null {
  const issue = schema.safeParse(value).error?.issues[0];
  return issue === undefined ? null : { path: [at, ...issue.path].join('/'), message: issue.message };
}

/** Whose kinds of shapes an edit may use: those of this version, or also those that only newer ones know. */
export type Kinds = 'ours' | 'any';

/** The first problem of what was changed of a record: what was wrong before is not held against an edit of something else. */
function shapeProblem(
  id: string,
  map: unknown,
  changed: ReadonlySet<string> | null,
  schemas: ShapeSchemas,
  kinds: Kinds,
): FileProblem | null {
  const path = `shapes/${id}`;
  if (!(map instanceof Y.Map)) return { path, message: 'This is not a shape.' };
  const record = rawRecord(map);
  const isNew = writtenIn(changed?.has('type') ? null : changed);
  if (record.id !== id && isNew('id')) return { path: `${path}/id`, message: 'The id differs from the key it is stored under.' };
  const known = schemaOf(record.type, schemas);
  if (!known && kinds === 'ours' && isNew('type'))
    return { path: `${path}/type`, message: `There is no shape kind “${String(record.type)}”.` };
  const issue = newIssue(
    [ShapeRecord, ...(known ? [known] : [])].flatMap((schema) => schema.safeParse(record).error?.issues ?? []),
    isNew,
  );
  return issue === undefined ? null : { path: [path, ...issue.path].join('/'), message: issue.message };
}

function blockProblem(id: string, map: unknown, changed: ReadonlySet<string> | null): FileProblem | null {
  const path = `blocks/${id}`;
  if (!(map instanceof Y.Map)) return { path, message: 'This is not a code block.' };
  const isNew = writtenIn(changed);
  if (map.get('id') !== id && isNew('id')) return { path: `${path}/id`, message: 'The id differs from the key it is stored under.' };
  if (!(map.get('source') instanceof Y.Text) && isNew('source'))
    return { path: `${path}/source`, message: 'The source must be a shared text.' };
  if (!(map.get('layout') instanceof Y.Map) && isNew('layout'))
    return { path: `${path}/layout`, message: 'The layout must be a shared map.' };
  const issue = newIssue(BlockRecord.safeParse(rawBlock(map)).error?.issues ?? [], isNew);
  return issue === undefined ? null : { path: [path, ...issue.path].join('/'), message: issue.message };
}

/** The first issue with something that was changed. */
function newIssue(issues: readonly z.core.$ZodIssue[], isNew: (...path: readonly PropertyKey[]) => boolean): z.core.$ZodIssue | undefined {
  return issues.find(({ path, ...issue }) =>
    issue.code === 'unrecognized_keys' && path.length === 0 ? issue.keys.some((key) => isNew(key)) : isNew(...path),
  );
}

/** Tells of a place in a record whether it was written: the whole property, just that part of it, or any part when none is named. */
function writtenIn(changed: ReadonlySet<string> | null): (...path: readonly PropertyKey[]) => boolean {
  return (property, part) => {
    if (changed === null || property === undefined) return true;
    const name = String(property);
    if (changed.has(name)) return true;
    return part === undefined ? [...changed].some((each) => each.startsWith(`${name}/`)) : changed.has(`${name}/${String(part)}`);
  };
}

/** The first problem that a change made among the records it touched, or null. */
export function recordProblem(doc: Y.Doc, touched: Touched, schemas: ShapeSchemas, kinds: Kinds): FileProblem | null {
  const file = openFile(doc);
  for (const name of doc.share.keys()) {
    if (!rootNames.some((known) => known === name)) return { path: name, message: 'A file has no such part.' };
  }
  for (const [id, changed] of touched.shapes) {
    const map: unknown = file.shapes.get(id);
    const problem = map === undefined ? null : shapeProblem(id, map, changed, schemas, kinds);
    if (problem !== null) return problem;
  }
  for (const [id, changed] of touched.blocks) {
    const map: unknown = file.blocks.get(id);
    const problem = map === undefined ? null : blockProblem(id, map, changed);
    if (problem !== null) return problem;
  }
  if (touched.note && file.note.length > limits.note) return { path: 'note', message: `A note holds at most ${limits.note} characters.` };
  if (touched.meta) return boardProblem(file.meta);
  return null;
}

function boardProblem(meta: Y.Map<unknown>): FileProblem | null {
  if (meta.size > limits.guides) return { path: 'meta', message: `A board has at most ${limits.guides} guides.` };
  for (const [key, value] of meta.entries()) {
    const path = `meta/${key}`;
    const schema = settingSchema(key);
    const problem = schema === undefined ? { path, message: 'A board has no such setting.' } : schemaProblem(path, schema, value);
    if (problem !== null) return problem;
  }
  return null;
}

/** The problem of a file that has grown beyond what one may hold, or null. Counts everything: for changes that add. */
export function sizeProblem(doc: Y.Doc): FileProblem | null {
  const file = openFile(doc);
  if (file.shapes.size > limits.shapes)
    return { path: 'shapes', message: `A file holds at most ${limits.shapes.toLocaleString('en')} shapes: delete some.` };
  if (file.blocks.size > limits.blocks)
    return { path: 'blocks', message: `A file holds at most ${limits.blocks} code blocks: delete some.` };
  return null;
}
