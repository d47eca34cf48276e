'use client';
import { create } from 'zustand';
import { type Appearance, appearanceCookie, isAppearance } from './appearance.ts';

interface ThemeState {
  readonly appearance: Appearance;
  readonly dark: boolean;
  setAppearance(appearance: Appearance): void;
}

const browser = typeof window !== 'undefined';
const systemDark = browser ? window.matchMedia('(prefers-color-scheme: dark)') : undefined;
const stored = browser ? document.documentElement.dataset.theme : undefined;
const initial: Appearance = isAppearance(stored) ? stored : 'system';
const isDark = (appearance: Appearance) => (appearance === 'system' ? (systemDark?.matches ?? false) : appearance === 'dark');

export const useTheme = create<ThemeState>((set) => ({
  appearance: initial,
  dark: isDark(initial),
  setAppearance(appearance) {
    document.documentElement.dataset.theme = appearance;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and Safari
    document.cookie = `${appearanceCookie}=${appearance}; path=/; max-age=31536000; samesite=lax`;
    set({ appearance, dark: isDark(appearance) });
  },
}));

systemDark?.addEventListener('change', () => useTheme.setState(({ appearance }) => ({ dark: isDark(appearance) })));
