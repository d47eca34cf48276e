import { z } from 'zod';

/** What the server tells one client beside the document, as JSON in stateless messages. */
export const ServerMessage = z.discriminatedUnion('type', [
  /** Sent once after the client was let in: who it is to the others. */
  z.object({ type: z.literal('welcome'), color: z.string(), can_edit: z.boolean() }),
  /** The access of this person to the file changed while it was open. */
  z.object({ type: z.literal('access'), can_edit: z.boolean() }),
  /** Somebody gave the file another title. */
  z.object({ type: z.literal('title'), title: z.string() }),
  /** What was asked for with `store` is done, or could not be done. */
  z.object({ type: z.literal('stored'), request: z.number(), ok: z.boolean() }),
  /** An edit was not accepted and nobody else saw it: nothing more of that copy is taken until what it holds has been mended. */
  z.object({ type: z.literal('refused'), code: z.enum(['invalid_update', 'read_only']), message: z.string(), path: z.string().optional() }),
]);
export type ServerMessage = z.infer<typeof ServerMessage>;

/** What a client asks of the server beside the document. */
export const ClientMessage = z.discriminatedUnion('type', [
  /** To refresh at once what those outside the room see of the file. */
  z.object({ type: z.literal('store'), request: z.number().int() }),
]);
export type ClientMessage = z.infer<typeof ClientMessage>;

function read<T>(schema: z.ZodType<T>, payload: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(payload)).data;
  } catch {
    return undefined;
  }
}

/** Reads a stateless message; undefined when it is none of ours. */
export function readServerMessage(payload: string): ServerMessage | undefined {
  return read(ServerMessage, payload);
}

/** The same of what a client sends. */
export function readClientMessage(payload: string): ClientMessage | undefined {
  return read(ClientMessage, payload);
}

/** Why the server closes a room whose edit it could not keep: nothing is wrong with the edit, which is to be sent again later. */
export const notSavedReason = 'not_saved';

/** The name of a file's room on the wire. */
export function roomName(fileId: string): string {
  return `file:${fileId}`;
}

/** The file of a room's name, null when it names none. */
export function fileOfRoom(name: string): string | null {
  return name.startsWith('file:') ? name.slice('file:'.length) : null;
}
