import type { Identity } from '@autograph/service-kit';

/** Someone connected to a room: what the server remembers of one connection. */
export interface Member {
  readonly identity: Identity;
  /** When the key or token that let them in lapses, in milliseconds; null when it has no end, or is a session's, which is asked for. */
  readonly expiresAt: number | null;
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
