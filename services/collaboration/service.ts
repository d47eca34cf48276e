import { defineService, type Kit, ports } from '@autograph/service-kit';
import { schemaOf } from '@autograph/shapes';
import { createDrafter } from './canvas.ts';
import { recoverProjections } from './recover.ts';
import { openRooms, type Rooms } from './rooms.ts';
import { serveRooms } from './routes.ts';
import { createSocketRoute } from './socket-route.ts';

interface Running {
  readonly rooms: Rooms;
  readonly socket: ReturnType<typeof createSocketRoute>;
}

const running = new WeakMap<Kit, Running>();

function runningOf(kit: Kit): Running {
  const found = running.get(kit);
  if (found === undefined) throw new Error('the collaboration service is not registered');
  return found;
}

/** Live rooms over WebSocket at /collab, and the internal routes by which services write into them. */
export const collaboration = defineService({
  name: 'collaboration',
  port: ports.collaboration,
  register: async (app, kit) => {
    const drafter = createDrafter();
    const rooms = await openRooms(kit, drafter, schemaOf);
    running.set(kit, { rooms, socket: createSocketRoute('/collab', rooms.hocuspocus) });
    kit.metrics.gauge('collaboration_rooms', 'Files that are open here', () => rooms.hocuspocus.getDocumentsCount());
    kit.metrics.gauge('collaboration_connections', 'Editors connected to rooms here', () => rooms.hocuspocus.getConnectionsCount());
    serveRooms(app, rooms, { db: kit.db, drafter });
    recoverProjections(kit.db, drafter).then(
      (count) => count > 0 && kit.log.info({ files: count }, 'projected files that were edited before a sudden end'),
      (error: unknown) => kit.log.error({ err: error }, 'files could not be projected'),
    );
  },
  upgrade: (kit) => runningOf(kit).socket,
  leave: (kit) => runningOf(kit).socket.leave(),
  close: async (kit) => {
    const { rooms, socket } = runningOf(kit);
    socket.leave();
    socket.close();
    await rooms.close();
  },
});
