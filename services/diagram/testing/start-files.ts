import { createDiagram, type Diagram, type DiagramType } from '@autograph/contracts';
import { users } from '@autograph/database';
import type { Identity, Service } from '@autograph/service-kit';
import { startTestServices, type TestServices, testIdentity } from '@autograph/service-kit/testing/index.ts';
import { diagram } from '../index.ts';
import { type RoomReads, standInRooms } from './rooms.ts';

export interface TestFiles {
  readonly services: TestServices;
  readonly reads: RoomReads;
  /** Someone with an account. */
  person(name: string, role?: Identity['role']): Promise<Identity>;
  make(owner: Identity, title: string, type?: DiagramType): Promise<Diagram>;
  close(): Promise<void>;
}

/** The service on an empty database with stand-ins for the rooms and whatever else is given. */
export async function startFiles(options: { others?: readonly Service[]; environment?: Record<string, string> } = {}): Promise<TestFiles> {
  const reads = { count: 0 };
  const services = await startTestServices([standInRooms(reads), ...(options.others ?? []), diagram], options.environment);
  return {
    services,
    reads,
    async person(name, role = 'editor') {
      const email = `${name.toLowerCase()}@example.com`;
      const [row] = await services.platform.db.insert(users).values({ name, email, role }).returning();
      return testIdentity({ user_id: row?.id ?? '', name, email, role });
    },
    make: (owner, title, type = 'mixed') => services.call(owner, createDiagram, { body: { title, type } }),
    close: services.close,
  };
}
