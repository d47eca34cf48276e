'use client';
import type { Color } from '@autograph/document';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export const boardAppearances = ['app', 'light', 'dark'] as const;
export type BoardAppearance = (typeof boardAppearances)[number];

interface ViewPreferences {
  readonly layers: boolean;
  readonly minimap: boolean;
  /** Whether the board is light or dark: as the app is, or always one of them. */
  readonly appearance: BoardAppearance;
  /** Width and height change together. */
  readonly keepRatio: boolean;
  /** Own colours, the last used first. */
  readonly recentColors: readonly Color[];
}

interface ViewPreferencesState extends ViewPreferences {
  set(change: Partial<ViewPreferences>): void;
  rememberColor(color: Color): void;
}

const mostRecent = 10;

/** How this person likes to work at boards; kept in the browser. */
export const useViewPreferences = create<ViewPreferencesState>()(
  persist(
    (set) => ({
      layers: false,
      minimap: true,
      appearance: 'app',
      keepRatio: false,
      recentColors: [],
      set: (change) => set(change),
      rememberColor: (color) =>
        set(({ recentColors }) => ({ recentColors: [color, ...recentColors.filter((known) => known !== color)].slice(0, mostRecent) })),
    }),
    { name: 'autograph-view', partialize: ({ set: _set, rememberColor: _remember, ...kept }) => kept },
  ),
);
