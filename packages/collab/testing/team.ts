import { createRehearsal, type ShapeSchemas } from '@autograph/document';
import type { Editor, EditorOptions } from '@autograph/editor';
import { type Driver, drive, seeded, testEditor } from '@autograph/editor/testing/driver.ts';
import * as Y from 'yjs';
import { bindDocument } from '../bind-document.ts';

/** One of several people at one file, each with a copy of their own. */
export interface Desk {
  readonly doc: Y.Doc;
  readonly editor: Editor;
  readonly driver: Driver;
  /** What was done here and has not been sent yet. */
  readonly outbox: Uint8Array[];
  /** What the others have done and has not arrived here yet. */
  readonly inbox: Uint8Array[];
}

/** People at one file whose changes travel only when somebody says so: through a server that lets in nothing that is no valid file. */
export class Team {
  readonly desks: readonly Desk[];
  readonly #server = new Y.Doc();
  readonly #gate;

  constructor(count: number, options: () => Partial<EditorOptions>, schemas: ShapeSchemas) {
    this.#gate = createRehearsal(() => Y.encodeStateAsUpdate(this.#server), schemas);
    this.desks = Array.from({ length: count }, (_, i) => desk(i + 1, options()));
  }

  /** Sends all that was done at a desk; throws what the server has against it. */
  send(from: Desk): void {
    for (const update of from.outbox.splice(0)) {
      const verdict = this.#gate.update(update);
      if (verdict.kind === 'unchanged') continue;
      if (verdict.kind !== 'accepted') throw new Error(`The server does not accept it: ${JSON.stringify(verdict)}`);
      Y.applyUpdate(this.#server, verdict.update);
      for (const to of this.desks) if (to !== from) to.inbox.push(verdict.update);
    }
  }

  /** Lets up to `count` messages arrive at a desk. */
  receive({ doc, inbox }: Desk, count: number): void {
    for (const update of inbox.splice(0, count)) Y.applyUpdate(doc, update);
  }

  /** Lets all arrive everywhere, also what arriving sets off; gives false when that does not come to rest. */
  exchange(): boolean {
    for (let round = 0; round < 10; round++) {
      for (const from of this.desks) this.send(from);
      for (const to of this.desks) this.receive(to, to.inbox.length);
      if (this.desks.every(({ inbox, outbox }) => inbox.length + outbox.length === 0)) return true;
    }
    return false;
  }
}

function desk(number: number, options: Partial<EditorOptions>): Desk {
  const doc = new Y.Doc();
  doc.clientID = number;
  const editor = testEditor({ ...options, random: seeded(7919 * number) });
  bindDocument(doc, editor.document);
  const outbox: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
    if (local) outbox.push(update);
  });
  return { doc, editor, driver: drive(editor), outbox, inbox: [] };
}
