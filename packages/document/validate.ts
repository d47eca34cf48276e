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
  const isNew = (key: PropertyKey) => changed === null || changed.has('type') || changed.has(String(key));
  if (record.id !== id && isNew('id')) return { path: `${path}/id`, message: 'The id differs from the key it is stored under.' };
  const known = schemaOf(record.type, schemas);
  if (!known && kinds === 'ours' && isNew('type'))
    return { path: `${path}/type`, message: `There is no shape kind “${String(record.type)}”.` };
  const issue = [ShapeRecord, ...(known ? [known] : [])]
    .flatMap((schema) => schema.safeParse(record).error?.issues ?? [])
    .find((candidate) =>
      (candidate.code === 'unrecognized_keys' && candidate.path.length === 0 ? candidate.keys : candidate.path.slice(0, 1)).some(isNew),
    );
  return issue === undefined ? null : { path: [path, ...issue.path].join('/'), message: issue.message };
}

function blockProblem(id: string, map: unknown): FileProblem | null {
  const path = `blocks/${id}`;
  if (!(map instanceof Y.Map)) return { path, message: 'This is not a code block.' };
  if (map.get('id') !== id) return { path: `${path}/id`, message: 'The id differs from the key it is stored under.' };
  if (!(map.get('source') instanceof Y.Text)) return { path: `${path}/source`, message: 'The source must be a shared text.' };
  if (!(map.get('layout') instanceof Y.Map)) return { path: `${path}/layout`, message: 'The layout must be a shared map.' };
  return schemaProblem(path, BlockRecord, rawBlock(map));
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
  for (const id of touched.blocks) {
    const map: unknown = file.blocks.get(id);
    const problem = map === undefined ? null : blockProblem(id, map);
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
  if (file.shapes.size > limits.shapes) return { path: 'shapes', message: `A file holds at most ${limits.shapes} shapes.` };
  if (file.blocks.size > limits.blocks) return { path: 'blocks', message: `A file holds at most ${limits.blocks} code blocks.` };
  return null;
}
