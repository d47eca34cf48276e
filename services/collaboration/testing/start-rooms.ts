import { openRoom, type Room, type RoomEditor } from '@autograph/collab';
import type { RouteContract, RouteInput, RouteOutput } from '@autograph/contracts';
import { files, shares, users } from '@autograph/database';
import type { ShapeSchemas } from '@autograph/document';
import { DocumentStore } from '@autograph/editor';
import { createCall, type Identity, takeUpgrades } from '@autograph/service-kit';
import { startTestServices, type TestServices, testIdentity } from '@autograph/service-kit/testing/index.ts';
import { collaboration } from '../index.ts';

/** The least of an editor that a room needs. */
export interface Desk extends RoomEditor {
  readonly entries: { undo(): void; redo(): void }[];
}

export function createDesk(): Desk {
  const entries: Desk['entries'] = [];
  return {
    document: new DocumentStore(),
    history: { push: (entry) => entries.push(entry) },
    entries,
    selection: [],
    transient: null,
    editing: null,
    readOnly: false,
    storeText: () => undefined,
    subscribe: () => () => undefined,
  };
}

export interface Seat<E extends RoomEditor = Desk> {
  readonly room: Room;
  readonly desk: E;
}

/** Resolves once `holds` is true of a room, asked again after each of its events. */
export function until(room: Room, holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stops: (() => void)[] = [];
    const ask = () => {
      if (!holds()) return;
      for (const stop of stops) stop();
      resolve();
    };
    stops.push(room.subscribe(ask));
    room.doc.on('update', ask);
    stops.push(() => room.doc.off('update', ask));
    ask();
  });
}

export const isSaved = (room: Room) => () => room.status === 'live' && room.saved === 'saved';

export interface TestRooms {
  readonly services: TestServices;
  readonly url: string;
  /** A person with an account. */
  person(overrides?: Partial<Identity>): Promise<Identity>;
  /** An empty file of theirs. */
  file(owner: Identity): Promise<string>;
  share(fileId: string, person: Identity, permission: 'view' | 'edit'): Promise<void>;
  /** Opens a file in a browser tab, so to speak. */
  enter(fileId: string, person: Identity, url?: string, schemas?: ShapeSchemas): Promise<Seat>;
  /** The same at a given editor. */
  sit<E extends RoomEditor>(fileId: string, person: Identity, desk: E, url?: string, schemas?: ShapeSchemas): Promise<Seat<E>>;
  /** Calls an internal route as another service. */
  call<R extends RouteContract>(route: R, input: RouteInput<R>): Promise<RouteOutput<R>>;
  close(): Promise<void>;
}

export async function startRooms(environment: Readonly<Record<string, string>> = {}): Promise<TestRooms> {
  const services = await startTestServices([collaboration], environment);
  const app = services.host.app('collaboration');
  const socket = services.host.directory.local('collaboration')?.socket;
  if (socket) takeUpgrades(app, socket);
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const url = `${address.replace('http', 'ws')}/collab`;
  const open: Room[] = [];
  const { db } = services.platform;

  async function sit<E extends RoomEditor>(fileId: string, person: Identity, desk: E, at = url, schemas?: ShapeSchemas): Promise<Seat<E>> {
    const token = await services.token(person);
    const room = openRoom({
      url: at,
      fileId,
      token,
      user: { id: person.user_id, name: person.name },
      editor: desk,
      ...(schemas && { schemas }),
    });
    open.push(room);
    await until(room, () => room.status === 'live' || room.problem !== null);
    return { room, desk };
  }

  return {
    services,
    url,
    async person(overrides = {}) {
      const identity = testIdentity(overrides);
      await db.insert(users).values({ id: identity.user_id, name: identity.name, email: `${identity.user_id}@example.com` });
      return identity;
    },
    async file(owner) {
      const [made] = await db.insert(files).values({ title: 'A file', ownerId: owner.user_id }).returning({ id: files.id });
      if (made === undefined) throw new Error('the file was not made');
      return made.id;
    },
    async share(fileId, person, permission) {
      await db.insert(shares).values({ fileId, userId: person.user_id, permission });
    },
    enter: (fileId, person, at = url, schemas = undefined) => sit(fileId, person, createDesk(), at, schemas),
    sit,
    call: (route, input) => createCall('diagram', services.platform, services.host.directory)(route, input),
    async close() {
      for (const room of open) room.close();
      await services.close();
    },
  };
}
