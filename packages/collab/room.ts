import type { ShapeSchemas } from '@autograph/document';
import type { DocumentStore } from '@autograph/editor';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { Participant } from './presence.ts';
import type { SaveState } from './save-state.ts';
import type { EntryHistory, TypingKeeper } from './typing.ts';

/** What a room needs of an editor; `Editor` is one. */
export interface RoomEditor {
  readonly document: DocumentStore;
  readonly history: EntryHistory;
  readonly selection: readonly string[];
  readonly transient: { readonly ids: readonly string[]; readonly dx: number; readonly dy: number } | null;
  readonly editing: { readonly shape_id: string } | null;
  readOnly: boolean;
  /** Stores a text under way as far as it has been typed. */
  storeText(): void;
  subscribe(listener: (what: string) => void): () => void;
}

/** A copy of the document kept on this machine, so that work goes on without a network. */
export interface RoomStorage {
  readonly loaded: Promise<void>;
  /** Forgets the copy. */
  clear(): Promise<void>;
  close(): void;
}

export interface RoomOptions {
  /** Address of the collaboration endpoint: `wss://host/collab`. */
  readonly url: string;
  readonly fileId: string;
  /** A bearer token, or how to get a fresh one for each connection; without it the browser's cookies speak. */
  readonly token?: string | (() => Promise<string>);
  /** Shown to this person's own tab until the server has said who it is. */
  readonly user: { readonly id: string | null; readonly name: string };
  readonly editor: RoomEditor;
  /** The kinds of shapes that the editor knows; any when absent. What is of no such kind comes as a placeholder. */
  readonly schemas?: ShapeSchemas;
  readonly storage?: (fileId: string, doc: Y.Doc) => RoomStorage;
  /** WebSocket class where the platform has none. */
  readonly WebSocket?: unknown;
}

/** 'reconnecting' from the loss of a connection until the first attempt at another has succeeded ('live') or failed ('offline'). */
export type RoomStatus = 'connecting' | 'live' | 'reconnecting' | 'offline';

/**
 * Why a room cannot go on by itself. After 'refused' nobody else sees what is done here, but it goes on and is kept on this machine:
 * mend what the message speaks of and `reconnect`, or `discard` it; after 'denied' sign in or ask for access.
 */
export interface RoomProblem {
  readonly kind: 'refused' | 'denied';
  /** A code such as `forbidden`, `unauthenticated`, `not_found`, `invalid_update`. */
  readonly code: string;
  readonly message: string;
  /** What of the file was refused, such as `shapes/sh_1/text`. */
  readonly path?: string;
}

export interface Room {
  readonly doc: Y.Doc;
  readonly note: Y.Text;
  /** The shared text of a code block, for a text editor to bind to; undefined when there is no such block. */
  blockText(blockId: string): Y.Text | undefined;
  /** Puts a text at the end of the note, undone like what is done on the board; gives whether the note could take it. */
  addToNote(text: string): boolean;
  /** Undo of typing; bindings of text editors register with it, their undo keys ask the editor. */
  readonly typing: Y.UndoManager;
  /** Keeps what was typed in the file's texts, so that it can be undone after a reload. */
  readonly typingKeeper: TypingKeeper;
  /** For cursors inside bound texts. */
  readonly awareness: Awareness;
  readonly status: RoomStatus;
  readonly saved: SaveState;
  readonly canEdit: boolean;
  readonly problem: RoomProblem | null;
  /** This person's colour for everyone, #rrggbb. */
  readonly color: string;
  readonly presence: readonly Participant[];
  /** The title that somebody gave the file since it was opened; null when nobody has. */
  readonly title: string | null;
  /** Tells the others where the pointer is, in page px; null when it has left. At most ten messages a second. */
  setCursor(at: { readonly x: number; readonly y: number } | null): void;
  subscribe(listener: (what: 'status' | 'saved' | 'presence' | 'problem' | 'access' | 'title') => void): () => void;
  /** Connects anew, after signing in again for instance. */
  reconnect(): void;
  /** After a sleep or when the network is back: dials at once if the line is down or has long been silent. */
  wake(): void;
  /** Has everything stored now, what readers outside the room see included. Rejects without a connection, and when the server cannot. */
  save(): Promise<void>;
  /** Forgets what this machine keeps of the file, what the server does not have included: close the room then, and open it anew as the others see it. */
  discard(): Promise<void>;
  close(): void;
}
