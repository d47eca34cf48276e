'use client';
import { create } from 'zustand';

export const views = ['note', 'both', 'canvas'] as const;
export type View = (typeof views)[number];

interface PanesState {
  readonly view: View;
  /** Share of the width that the note has beside the canvas, 0..1. */
  readonly noteShare: number;
  readonly code: boolean;
  readonly palette: boolean;
  readonly shortcuts: boolean;
  readonly prompt: boolean;
  readonly set: (change: Partial<Omit<PanesState, 'set'>>) => void;
}

/** What of the file page is shown. */
export const usePanes = create<PanesState>((set) => ({
  view: 'canvas',
  noteShare: 0.42,
  code: false,
  palette: false,
  shortcuts: false,
  prompt: false,
  set,
}));
