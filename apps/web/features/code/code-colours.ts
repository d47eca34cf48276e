'use client';
import { contrast } from '@autograph/render';
import type { CSSProperties } from 'react';
import { z } from 'zod';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

const hex = (usual: string) =>
  z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .catch(usual);

/** A person's own colours of code, and what they start as. */
const OwnColours = z.object({
  ground: hex('#fdf6e3'),
  names: hex('#073642'),
  keywords: hex('#859900'),
  texts: hex('#207a72'),
  signs: hex('#268bd2'),
  numbers: hex('#d33682'),
  remarks: hex('#93a1a1'),
});
export type OwnColours = z.output<typeof OwnColours>;

export const codeThemes = ['app', 'light', 'dark', 'own'] as const;
export type CodeTheme = (typeof codeThemes)[number];

const CodeColours = z.object({
  /** As the app, always light or dark, or a person's own. */
  theme: z.enum(codeThemes).catch('app'),
  own: z.object(OwnColours.shape).catch(OwnColours.parse({})),
});
type CodeColours = Readonly<z.output<typeof CodeColours>>;

interface CodeColoursState extends CodeColours {
  choose(theme: CodeTheme): void;
  change(colours: Partial<OwnColours>): void;
}

/** In which colours this person reads code; kept in the browser. */
export const useCodeColours = create<CodeColoursState>()(
  persist(
    (set) => ({
      ...CodeColours.parse({}),
      choose: (theme) => set({ theme }),
      change: (colours) => set(({ own }) => ({ own: { ...own, ...colours } })),
    }),
    {
      name: 'autograph-code-colours',
      partialize: ({ theme, own }) => ({ theme, own }),
      merge: (kept, current) => ({ ...current, ...CodeColours.parse(kept ?? {}) }),
    },
  ),
);

/** What an element that holds code is styled by. */
export function codeStyle({ theme, own }: CodeColours): CSSProperties & Record<`--${string}`, string> {
  if (theme === 'app') return {};
  if (theme !== 'own') return { colorScheme: theme, background: 'var(--color-surface)' };
  return {
    colorScheme: contrast(own.ground, '#ffffff') > contrast(own.ground, '#000000') ? 'dark' : 'light',
    background: own.ground,
    '--color-surface': own.ground,
    '--color-ink': own.names,
    '--color-ink-faint': own.remarks,
    '--code-keyword': own.keywords,
    '--code-text': own.texts,
    '--code-sign': own.signs,
    '--code-number': own.numbers,
    '--code-remark': own.remarks,
  };
}
