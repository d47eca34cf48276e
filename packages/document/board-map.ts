import type * as Y from 'yjs';
import { type BoardSettings, changedBoard, type Guide } from './board-settings.ts';
import { ColorRecord, GuidePlace } from './records.ts';
import { sameJson } from './same-json.ts';

const guidePrefix = 'guide:';

/** The schema of the value that `meta` holds under a key; undefined where there is no such setting. Each guide has a key of its own, so that edits of two merge. */
export function settingSchema(key: string) {
  if (key === 'background') return ColorRecord;
  return key.startsWith(guidePrefix) && key.length > guidePrefix.length && key.length <= 64 ? GuidePlace : undefined;
}

/** The settings that `meta` holds; what cannot be read is left out. */
export function readBoard(meta: Y.Map<unknown>): BoardSettings {
  const guides: Guide[] = [];
  for (const [key, value] of meta.entries()) {
    const place = key.startsWith(guidePrefix) ? GuidePlace.safeParse(value).data : undefined;
    if (place) guides.push({ id: key.slice(guidePrefix.length), ...place });
  }
  return changedBoard({}, { background: ColorRecord.safeParse(meta.get('background')).data ?? null, guides });
}

/** Stores only what changed from one to the next, so that a concurrent edit of another setting survives. Call inside a transaction. */
export function changeBoard(meta: Y.Map<unknown>, before: BoardSettings, after: BoardSettings): void {
  if (before.background !== after.background) {
    if (after.background === undefined) meta.delete('background');
    else meta.set('background', after.background);
  }
  const old = new Map((before.guides ?? []).map((guide) => [guide.id, guide]));
  for (const guide of after.guides ?? []) {
    const { id, axis, at } = guide;
    if (!sameJson(old.get(id), guide)) meta.set(guidePrefix + id, { axis, at });
    old.delete(id);
  }
  for (const id of old.keys()) meta.delete(guidePrefix + id);
}

/** Makes the stored settings equal to these. Call inside a transaction. */
export function writeBoard(meta: Y.Map<unknown>, board: BoardSettings): void {
  changeBoard(meta, readBoard(meta), board);
}
