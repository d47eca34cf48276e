'use client';
import type { Diagram, DiagramType } from '@autograph/contracts/diagrams.ts';
import { z } from 'zod';
import { usePanes, type View, views } from './panes.ts';

const firstView: Record<DiagramType, View> = { canvas: 'canvas', note: 'note', mixed: 'both' };

const item = 'autograph-file-views';

/** The files that were looked at last, the newest at the end; older ones open as new ones do. */
const most = 200;

const KeptViews = z.array(z.tuple([z.string(), z.enum(views)])).catch([]);

function read(storage: Storage): z.output<typeof KeptViews> {
  try {
    return KeptViews.parse(JSON.parse(storage.getItem(item) ?? '[]'));
  } catch {
    return [];
  }
}

/** Shows a file as this person has looked at it last in this browser, by its type where they have not, and keeps how from now on. Gives the way to stop. */
export function keepView(storage: Storage, userId: string, { id, type }: Pick<Diagram, 'id' | 'type'>): () => void {
  const key = `${userId}/${id}`;
  const kept = read(storage).find(([file]) => file === key);
  usePanes.getState().set({ view: kept?.[1] ?? firstView[type] });
  return usePanes.subscribe(({ view }, before) => {
    if (view === before.view) return;
    const others = read(storage).filter(([file]) => file !== key);
    storage.setItem(item, JSON.stringify([...others, [key, view]].slice(-most)));
  });
}
