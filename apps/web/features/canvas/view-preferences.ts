'use client';
import type { Color } from '@autograph/document';
import { ColorRecord } from '@autograph/document/records.ts';
import { z } from 'zod';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

const boardAppearances = ['app', 'light', 'dark'] as const;
export type BoardAppearance = (typeof boardAppearances)[number];

/** What was kept, and the defaults for what was not or is spoilt. */
const ViewPreferences = z.object({
  layers: z.boolean().catch(false),
  minimap: z.boolean().catch(true),
  /** Whether the board is light or dark: as the app is, or always one of them. */
  appearance: z.enum(boardAppearances).catch('app'),
  /** Width and height change together. */
  keepRatio: z.boolean().catch(false),
  /** Own colours, the last used first. */
  recentColors: z.array(ColorRecord).readonly().catch([]),
  /** What the editor starts with on every board; its own defaults for the rest. */
  board: z
    .object({ grid: z.boolean(), gridSize: z.number(), snapToGrid: z.boolean(), snapToShapes: z.boolean(), rulers: z.boolean() })
    .partial()
    .readonly()
    .catch({}),
});
type ViewPreferences = Readonly<z.output<typeof ViewPreferences>>;

interface ViewPreferencesState extends ViewPreferences {
  set(change: Partial<ViewPreferences>): void;
  rememberColor(color: Color): void;
}

const mostRecent = 10;

/** How this person likes to work at boards; kept in the browser. */
export const useViewPreferences = create<ViewPreferencesState>()(
  persist(
    (set) => ({
      ...ViewPreferences.parse({}),
      set: (change) => set(change),
      rememberColor: (color) =>
        set(({ recentColors }) => ({ recentColors: [color, ...recentColors.filter((known) => known !== color)].slice(0, mostRecent) })),
    }),
    {
      name: 'autograph-view',
      partialize: ({ set: _set, rememberColor: _remember, ...kept }) => kept,
      merge: (kept, current) => ({ ...current, ...ViewPreferences.parse(kept ?? {}) }),
    },
  ),
);
