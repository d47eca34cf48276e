import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { openRoom } from '@autograph/collab';
import { createDesk, isSaved, until } from '@autograph/collaboration/testing/start-rooms.ts';
import { ErrorBody } from '@autograph/contracts';
import { createShapeId, snapshot } from '@autograph/document';
import { z } from 'zod';

/** What people do at once while something fails. */
const kinds = [
  'make a file',
  'rename a file',
  'draw through the API',
  'keep a picture',
  'list files',
  'who am I',
  'export',
  'generate',
  'draw live',
] as const;
export type Kind = (typeof kinds)[number];

export interface Workload {
  /** How often each kind has succeeded. */
  readonly done: Readonly<Record<Kind, number>>;
  /** What people were told, and how often: codes of errors, and `unreachable` where nobody answered. */
  readonly told: ReadonlyMap<string, number>;
  /** Answers that said nothing that a program could understand. */
  readonly wild: readonly string[];
  /** States that the open board has shown. */
  readonly states: ReadonlySet<string>;
  /** Resolves once everything has succeeded again since the call. */
  recovered(limitMs: number): Promise<void>;
  /** Ends it; the result is what had been acknowledged and is not there any more. */
  finish(): Promise<readonly string[]>;
}

const Session = z.object({ access_token: z.string(), user: z.object({ id: z.string() }) });
const File = z.object({ id: z.string(), title: z.string(), note_content: z.string().nullable() });
const Picture = z.object({ id: z.string() });
/** A transparent pixel; bytes after the end of a PNG are passed over by whatever reads it. */
const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');

const pauseMilliseconds = 150;

class Failed extends Error {}

/** Signs somebody up and has them work until told to finish. */
export async function startWorkload(url: string): Promise<Workload> {
  const told = new Map<string, number>();
  const wild: string[] = [];
  const states = new Set<string>();
  const done: Record<Kind, number> = Object.assign({}, ...kinds.map((kind) => ({ [kind]: 0 })));
  const tell = (word: string) => void told.set(word, (told.get(word) ?? 0) + 1);

  async function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<unknown> {
    const options = {
      method,
      headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
      body: body ? JSON.stringify(body) : null,
    };
    const answer = await fetch(url + path, options).catch(() => null);
    const text = await answer?.text().catch(() => null);
    if (!answer || text === null || text === undefined) {
      tell('unreachable');
      throw new Failed('unreachable');
    }
    if (answer.ok) return answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text;
    const problem = ErrorBody.safeParse(
      await Promise.resolve(text)
        .then(JSON.parse)
        .catch(() => null),
    );
    if (!problem.success || problem.data.error.code === 'internal') wild.push(`${method} ${path}: ${answer.status} ${text.slice(0, 300)}`);
    tell(problem.success ? problem.data.error.code : String(answer.status));
    throw new Failed(String(answer.status));
  }

  const person = { name: 'Drill', email: `${randomUUID()}@example.com`, password: 'Drill-horse-7-battery' };
  const { access_token, user } = Session.parse(await ask('POST', '/api/auth/register', person));
  const headers = { authorization: `Bearer ${access_token}` };
  const make = async (title: string, extra: Record<string, string> = {}) =>
    File.parse(await ask('POST', '/api/diagrams', { title, type: 'mixed', note_content: 'note' }, { ...headers, ...extra }));
  const board = await make('board');
  const renamed = await make('renamed');

  const made = new Map<string, string>();
  const drawn = new Set<string>();
  const pictures = new Set<string>();
  /** Names that the file may have: the last that was acknowledged, and those sent after it, which may have arrived all the same. */
  let names = ['renamed'];

  const desk = createDesk();
  const enter = (name: string, editor: ReturnType<typeof createDesk>) =>
    openRoom({ url: `${url.replace('http', 'ws')}/collab`, fileId: board.id, token: access_token, user: { id: user.id, name }, editor });
  const room = enter('Drill', desk);
  const stopWatching = room.subscribe(() => states.add(`${room.status}, ${room.saved}`));
  await until(room, isSaved(room));

  const shapeOf = (text: string) => ({
    id: createShapeId(),
    type: 'rectangle',
    x: 1,
    y: 2,
    w: 30,
    h: 40,
    rotation: 0,
    parent_id: null,
    index: 'a0',
    text,
  });
  const work: Record<Kind, () => Promise<void>> = {
    'make a file': async () => {
      const title = randomUUID();
      made.set((await make(title, { 'idempotency-key': title })).id, title);
    },
    'rename a file': async () => {
      const title = randomUUID();
      names.push(title);
      await ask('PATCH', `/api/diagrams/${renamed.id}`, { title }, { ...headers, 'if-match': '*' });
      names = [title];
    },
    'draw through the API': async () => {
      const text = randomUUID();
      const { id } = await make(text);
      await ask('PATCH', `/api/diagrams/${id}`, { note_content: text }, { ...headers, 'if-match': '*' });
      drawn.add(`${id} ${text}`);
    },
    'keep a picture': async () => {
      const data = Buffer.concat([pixel, Buffer.from(randomUUID())]).toString('base64');
      pictures.add(Picture.parse(await ask('POST', `/api/diagrams/${board.id}/assets`, { data }, headers)).id);
    },
    'list files': async () => void (await ask('GET', '/api/diagrams', undefined, headers)),
    'who am I': async () => void (await ask('GET', '/api/auth/me', undefined, headers)),
    export: async () => void (await ask('GET', `/api/diagrams/${renamed.id}/export?format=svg`, undefined, headers)),
    generate: async () => {
      const events = String(await ask('POST', '/api/ai/generate', { prompt: 'A web shop with a database' }, headers));
      if (/^event: done$/m.test(events)) return;
      // An answer that has begun cannot become an error any more: it ends before its last event.
      tell('cut off');
      throw new Failed('cut off');
    },
    'draw live': async () => {
      const shape = shapeOf(randomUUID());
      desk.document.apply({ shapes: [[shape.id, shape]] }, 'local');
      await until(room, isSaved(room));
      live.add(shape.text);
    },
  };
  const live = new Set<string>();

  let working = true;
  const loops = kinds.map(async (kind) => {
    while (working) {
      await work[kind]().then(
        () => {
          done[kind] += 1;
        },
        (error: unknown) => {
          if (!(error instanceof Failed)) wild.push(`${kind}: ${String(error)}`);
        },
      );
      await delay(pauseMilliseconds);
    }
  });

  async function missing(): Promise<readonly string[]> {
    const lost: string[] = [];
    const read = async (id: string) => File.parse(await ask('GET', `/api/diagrams/${id}`, undefined, headers));
    for (const [id, title] of made) if ((await read(id).catch(() => null))?.title !== title) lost.push(`the file ${id}`);
    for (const each of drawn) {
      const [id = '', text] = each.split(' ');
      if ((await read(id).catch(() => null))?.note_content?.trim() !== text) lost.push(`the note of ${id}`);
    }
    if (!names.includes((await read(renamed.id)).title)) lost.push('a name');
    for (const id of pictures) await ask('GET', `/api/assets/${id}`, undefined, headers).catch(() => lost.push(`the picture ${id}`));
    const fresh = createDesk();
    const again = enter('Again', fresh);
    await until(again, isSaved(again));
    const texts = new Set(snapshot(again.doc).shapes.map((shape) => shape.text));
    again.close();
    for (const text of live) if (!texts.has(text)) lost.push(`the shape ${text}`);
    return lost;
  }

  return {
    done,
    told,
    wild,
    states,
    async recovered(limitMs) {
      const before = { ...done };
      const missed = () => kinds.filter((kind) => done[kind] <= before[kind]);
      for (const deadline = Date.now() + limitMs; missed().length > 0; await delay(50))
        if (Date.now() > deadline) throw new Error(`After ${limitMs} ms these still fail: ${missed().join(', ')}`);
    },
    async finish() {
      working = false;
      await Promise.all(loops);
      const lost = await missing();
      stopWatching();
      room.close();
      return lost;
    },
  };
}
