import { PresenceUser, type ServerMessage } from '@autograph/collab';
import type { Connection, Document } from '@hocuspocus/server';
import { z } from 'zod';
import type { Member, RoomContext } from './member.ts';
import { colorFor } from './member-colors.ts';

/** UTF-16 units of one client's presence, as JSON. */
const maxPresence = 64_000;

/** The connections of a document together with who is behind them. */
export function membersOf(document: Document): { connection: Connection<RoomContext>; member: Member }[] {
  return document.getConnections().flatMap((connection: Connection<RoomContext>) => {
    const { member } = connection.context;
    return member === undefined ? [] : [{ connection, member }];
  });
}

/** Sends one client a message of ours. */
export function tell(connection: Connection, message: ServerMessage): void {
  connection.sendStateless(JSON.stringify(message));
}

/** Gives a member a colour that nobody else in the room has, those on other instances included. */
export function colorOf(document: Document, member: Member): string {
  if (member.color !== null) return member.color;
  const taken = new Map<string, string>();
  for (const state of document.awareness.getStates().values()) {
    const user = z.object({ user: PresenceUser }).safeParse(state).data?.user;
    if (user?.id != null) taken.set(user.id, user.color);
  }
  for (const other of membersOf(document)) if (other.member.color !== null) taken.set(other.member.identity.user_id, other.member.color);
  member.color = colorFor(member.identity.user_id, taken);
  return member.color;
}

/** Puts the true person into the presence that a client sends, in place; what is too large is dropped. */
export function signPresence(states: Map<number, Record<string, unknown>>, document: Document, member: Member): void {
  const user = { id: member.identity.user_id, name: member.identity.name, color: colorOf(document, member) };
  for (const [clientId, state] of states) {
    if (JSON.stringify(state).length > maxPresence) states.delete(clientId);
    else states.set(clientId, { ...state, user });
  }
}
