import type { Identity } from '@autograph/service-kit';

/** Someone connected to a room: what the server remembers of one connection. */
export interface Member {
  readonly identity: Identity;
  canEdit: boolean;
  color: string | null;
  /** Updates that came too early: each is acknowledged with the next one that is kept. */
  owedAcknowledgements: number;
  /** The message at hand must not be applied by the protocol. */
  holding: boolean;
}

/** What Hocuspocus carries along with a connection. */
export interface RoomContext {
  readonly member?: Member;
  /** Tells the socket that its first room let it in. */
  readonly admitted?: () => void;
}
