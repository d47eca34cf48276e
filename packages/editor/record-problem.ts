import {
  type Block,
  BlockRecord,
  type BoardSettings,
  limits,
  PlacementRecord,
  type Shape,
  ShapeRecord,
  settingSchema,
} from '@autograph/document';
import type { z } from 'zod';
import type { DocumentMutation, DocumentStore } from './document-store.ts';
import { thousands } from './thousands.ts';

/** The schema of a kind's records; undefined for a kind that is not known here. */
type SchemaOf = (type: string) => z.ZodType<Shape> | undefined;
type Issue = z.core.$ZodIssue;

/** Where a record lies: numbers that moving changes, in which only their size can be wrong. */
const placing: ReadonlySet<string> = new Set(['x', 'y', 'w', 'h']);

const beyondBoard = 'A board ends 10,000,000 px from its middle. Bring this nearer.';

/** In a sentence, why a room would refuse what a change writes; undefined when it would take it. What was wrong before may stay. */
export function recordProblem(document: DocumentStore, mutation: DocumentMutation, schemaOf: SchemaOf): string | undefined {
  const { shapes = [], blocks = [], board, translation } = mutation;
  if (translation) return [...records(shapes), ...records(blocks)].every(isOnBoard) ? undefined : beyondBoard;
  const accepted = new Map<string, Map<string, Set<unknown>>>();
  for (const [id, after] of shapes) {
    const issue = after && shapeIssue(after, document.shapes.get(id), schemaOf, accepted);
    if (issue) return sentence(issue);
  }
  for (const [id, after] of blocks) {
    const issue = after && blockIssue(after, document.blocks.get(id));
    if (issue) return sentence(issue);
  }
  return board && board !== document.board ? boardProblem(board, document.board) : undefined;
}

/** The records of a mutation that stay. */
function records<T>(entries: Iterable<readonly [string, T | null]>): T[] {
  return [...entries].flatMap(([, record]) => record ?? []);
}

/** Whether all numbers that moving a record changes are within the board. */
function isOnBoard(record: Shape | Block): boolean {
  if (!isCoordinate(record.x) || !isCoordinate(record.y)) return false;
  if (!('type' in record)) return true;
  const { start, end, points } = record;
  const isEndOnBoard = (at: Shape['start']) => isCoordinate(at?.x ?? 0) && isCoordinate(at?.y ?? 0);
  return isEndOnBoard(start) && isEndOnBoard(end) && (points?.every(([px = 0, py = 0]) => isCoordinate(px) && isCoordinate(py)) ?? true);
}

function isCoordinate(value: number): boolean {
  return value >= -limits.coordinate && value <= limits.coordinate;
}

/** Many shapes are often given one value: what a kind has accepted once is not looked at again. */
function shapeIssue(
  after: Shape,
  before: Shape | undefined,
  schemaOf: SchemaOf,
  accepted: Map<string, Map<string, Set<unknown>>>,
): Issue | undefined {
  const old: Readonly<Record<string, unknown>> = { ...before };
  const isAnew = before?.type !== after.type;
  const known = accepted.get(after.type) ?? new Map<string, Set<unknown>>();
  accepted.set(after.type, known);
  const changed = Object.entries(after).filter(([key, value]) => isAnew || old[key] !== value);
  const unseen = changed.filter(([key, value]) => isAnew || !(known.get(key)?.has(value) || isPlaced(key, value)));
  if (unseen.length === 0) return undefined;
  const written = new Set(unseen.map(([key]) => key));
  const kind = schemaOf(after.type);
  const issues = [ShapeRecord, ...(kind ? [kind] : [])].flatMap((schema) => schema.safeParse(after).error?.issues ?? []);
  const issue = issues.find((each) => concerns(each, written));
  if (!issue) for (const [key, value] of unseen) known.set(key, (known.get(key) ?? new Set()).add(value));
  return issue;
}

function isPlaced(key: string, value: unknown): boolean {
  if (!placing.has(key) || typeof value !== 'number') return false;
  return isCoordinate(value) && (value >= 0 || key === 'x' || key === 'y');
}

function concerns(issue: Issue, written: ReadonlySet<string>): boolean {
  if (issue.path.length > 0) return written.has(String(issue.path[0]));
  return issue.code !== 'unrecognized_keys' || issue.keys.some((key) => written.has(key));
}

function blockIssue(after: Block, before: Block | undefined): Issue | undefined {
  const { layout, ...rest } = after;
  const old: Readonly<Record<string, unknown>> = { ...before };
  const written = new Set(Object.entries(rest).flatMap(([key, value]) => (old[key] === value ? [] : [key])));
  const issue =
    written.size > 0 ? BlockRecord.safeParse({ ...rest, layout: {} }).error?.issues.find((each) => concerns(each, written)) : undefined;
  if (issue || layout === before?.layout) return issue;
  for (const [node, place] of Object.entries(layout)) {
    if (before?.layout[node] === place) continue;
    const wrong = PlacementRecord.safeParse(place).error?.issues[0];
    if (wrong) return wrong;
  }
  return undefined;
}

/** A board's settings and its guides are counted together. */
function boardProblem(after: BoardSettings, before: BoardSettings): string | undefined {
  const count = ({ guides = [], background }: BoardSettings) => guides.length + Number(background !== undefined);
  if (count(after) > limits.guides && count(after) > count(before))
    return `A board has at most ${limits.guides - 1} guides. Take some off.`;
  const there = new Set(before.guides);
  for (const guide of after.guides ?? []) {
    if (there.has(guide)) continue;
    const { id, axis, at } = guide;
    const schema = settingSchema(`guide:${id}`);
    const issue = schema?.safeParse({ axis, at }).error?.issues[0];
    if (issue) return sentence(issue);
    if (!schema) return 'This guide cannot be kept.';
  }
  const issue = after.background === undefined ? undefined : settingSchema('background')?.safeParse(after.background).error?.issues[0];
  return issue && sentence(issue);
}

/** What is wrong, for people: which property, and how much of it there may be. */
function sentence(issue: Issue): string {
  const name =
    issue.path
      .findLast((part) => typeof part === 'string')
      ?.toString()
      .replaceAll('_', ' ') ?? 'content';
  const isNumber = issue.code === 'too_big' || issue.code === 'too_small' ? issue.origin === 'number' : false;
  if (isNumber && (name === 'x' || name === 'y' || name === 'at' || name === 'points')) return beyondBoard;
  if (issue.code === 'too_big') {
    const most = thousands(Number(issue.maximum));
    if (issue.origin === 'string') return `The ${name} can have at most ${most} characters here. Make it shorter.`;
    if (issue.origin === 'array') return `There can be at most ${most} ${name} here. Make them fewer.`;
    return `The ${name} can be at most ${most}.`;
  }
  return `This cannot be kept: its ${name} is of no kind that a board knows.`;
}
