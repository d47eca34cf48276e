import type { FileDoc, RichText, Shape, ShapeId, Touched } from '@autograph/document';
import { withTheirTyping } from '@autograph/editor';
import * as Y from 'yjs';

/** A text that was stored here: what it was made of, and the item that holds it. */
interface Written {
  readonly id: Y.ID;
  readonly before: string;
  readonly after: string;
}

/** So many texts that were stored one after the other are remembered of each shape. */
const mostRemembered = 100;

/**
 * Cares for what two people write in one drawn shape at once. Its text is one value, of which the later to arrive stays: whoever's text was
 * so overwritten by somebody who had not seen it writes their own changes into the other's.
 */
export function createLabelMender({ doc, shapes }: FileDoc) {
  const written = new Map<ShapeId, readonly Written[]>();

  return {
    /** Call after a change of a shape's text has been stored. */
    remember(id: ShapeId, before: Shape, after: Shape): void {
      const item = before.text === after.text ? undefined : textItem(shapes.get(id));
      if (!item) return;
      const known = written.get(id) ?? [];
      const entry = { id: item.id, before: before.text ?? '', after: after.text ?? '' };
      const [first, second, ...rest] = known;
      const kept = first && second && known.length >= mostRemembered ? [{ ...second, before: first.before }, ...rest] : known;
      written.set(id, [...kept, entry]);
    },
    /** Puts into the texts that came from elsewhere what they have overwritten unseen. */
    mend(touched: Touched['shapes'], origin: unknown): void {
      if (written.size === 0) return;
      for (const [id, keys] of touched) {
        const own = written.get(id);
        const map: unknown = shapes.get(id);
        if (!own || (keys && !keys.has('text'))) continue;
        const item = textItem(map);
        if (item && item.id.client === doc.clientID) continue;
        written.delete(id);
        const unseen = item ? own.slice(own.findLastIndex((each) => hasSeen(doc, item, each.id)) + 1) : [];
        const [first, last] = [unseen[0], unseen.at(-1)];
        const theirs = map instanceof Y.Map && richText(map);
        if (!first || !last || !theirs || !(map instanceof Y.Map)) continue;
        const { text, spans } = withTheirTyping({ ...theirs, selection: { from: 0, to: 0 } }, first.before, last.after);
        if (text === theirs.text) continue;
        doc.transact(() => {
          map.set('text', text);
          if (spans.length > 0) map.set('text_spans', spans);
        }, origin);
        const merged = textItem(map);
        if (merged) written.set(id, [{ id: merged.id, before: theirs.text, after: text }]);
      }
    },
  };
}

function textItem(map: unknown): Y.Item | undefined {
  const item = map instanceof Y.Map ? map._map.get('text') : undefined;
  return item && !item.deleted ? item : undefined;
}

function richText(map: Y.Map<unknown>): RichText | undefined {
  const text = map.get('text');
  const spans = map.get('text_spans');
  return typeof text === 'string' ? { text, spans: Array.isArray(spans) ? spans : [] } : undefined;
}

/** Whether a value was stored by somebody who knew of that one. */
function hasSeen(doc: Y.Doc, item: Y.Item, id: Y.ID): boolean {
  for (let at: Y.ID | null = item.origin; at !== null; ) {
    const before: Y.Item | Y.GC = Y.getItem(doc.store, at);
    if (before.id.client === id.client && before.id.clock <= id.clock && id.clock < before.id.clock + before.length) return true;
    at = before instanceof Y.Item ? before.origin : null;
  }
  return false;
}
