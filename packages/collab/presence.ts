import { z } from 'zod';

const point = z.object({ x: z.number(), y: z.number() });

/** Who someone is to the others; the server fills it in, so that nobody can pose as somebody else. */
export const PresenceUser = z.object({ id: z.string().nullable(), name: z.string().max(200), color: z.string().max(30) });
export type PresenceUser = z.infer<typeof PresenceUser>;

/** What a client shares about its person, in the awareness state. Positions in page px. */
export const PresenceState = z.object({
  user: PresenceUser,
  pointer: point.nullish(),
  selection: z.array(z.string()).max(1_000).nullish(),
  /** A drag that is not stored yet: these shapes appear moved by (dx, dy). */
  drag: z.object({ ids: z.array(z.string()).max(1_000), dx: z.number(), dy: z.number() }).nullish(),
  /** The shape whose text is being edited. */
  editing: z.string().nullish(),
});
export type PresenceState = z.infer<typeof PresenceState>;

/** Somebody else in the room. */
export interface Participant {
  /** One a browser tab. */
  readonly client_id: number;
  /** The account; null for a visitor with a link. */
  readonly id: string | null;
  readonly name: string;
  readonly color: string;
  readonly cursor: { readonly x: number; readonly y: number } | null;
  readonly selection: readonly string[];
  readonly drag: { readonly ids: readonly string[]; readonly dx: number; readonly dy: number } | null;
  readonly editing: string | null;
}

/** The others in the room, by the order in which tabs were numbered; states that cannot be read are left out. */
export function participants(states: ReadonlyMap<number, unknown>, self: number): Participant[] {
  const others: Participant[] = [];
  for (const [clientId, state] of states) {
    if (clientId === self) continue;
    const parsed = PresenceState.safeParse(state);
    if (!parsed.success) continue;
    const { user, pointer, selection, drag, editing } = parsed.data;
    others.push({
      client_id: clientId,
      ...user,
      cursor: pointer ?? null,
      selection: selection ?? [],
      drag: drag ?? null,
      editing: editing ?? null,
    });
  }
  return others.sort((a, b) => a.client_id - b.client_id);
}
