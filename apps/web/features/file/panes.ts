'use client';
import type { Vec } from '@autograph/geometry';
import { create } from 'zustand';

export const views = ['note', 'both', 'canvas'] as const;
export type View = (typeof views)[number];

/** Where the insert menu is, px of the window, and which point of the page was meant. */
export interface InsertPlace {
  readonly x: number;
  readonly y: number;
  /** Nowhere in particular when null. */
  readonly at: Vec | null;
}

interface Panes {
  readonly view: View;
  /** Share of the width that the note has beside the canvas, 0..1. */
  readonly noteShare: number;
  readonly code: boolean;
  readonly palette: boolean;
  readonly prompt: boolean;
  /** The icon library. */
  readonly icons: boolean;
  readonly insert: InsertPlace | null;
}

interface PanesState extends Panes {
  set(change: Partial<Panes>): void;
  /** Shows the code beside the board, where there is room beside it. */
  offerCode(): void;
}

const narrowerThan = (width: number) => typeof window !== 'undefined' && window.innerWidth < width;

/** Note, canvas and code need 1280 px side by side; below, what was asked for last stays. */
function makeRoom(panes: Panes, change: Partial<Panes>): Partial<Panes> {
  const { view, code } = { ...panes, ...change };
  if (view !== 'both' || !code || !narrowerThan(1280)) return change;
  return change.code ? { ...change, view: 'canvas' } : { ...change, code: false };
}

/** What of the file page is shown. */
export const usePanes = create<PanesState>((set) => ({
  view: 'canvas',
  noteShare: 0.42,
  code: false,
  palette: false,
  prompt: false,
  icons: false,
  insert: null,
  set: (change) => set((panes) => makeRoom(panes, change)),
  offerCode: () => set((panes) => (narrowerThan(900) ? {} : makeRoom(panes, { code: true }))),
}));
