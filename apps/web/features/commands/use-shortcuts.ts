'use client';
import type { KeyOverrides } from '@autograph/editor/keymap.ts';
import { z } from 'zod';
import { create } from 'zustand';

/** Keeps a copy in this browser, so that a person's keys work before the server has answered. */
const cacheKey = 'ag-shortcuts';
const Overrides = z.record(z.string(), z.array(z.string()));

function cached(): KeyOverrides {
  if (typeof window === 'undefined') return {};
  try {
    return Overrides.catch({}).parse(JSON.parse(window.localStorage.getItem(cacheKey) ?? '{}'));
  } catch {
    return {};
  }
}

/** The keys that this person has instead of the product's own. */
export const useShortcuts = create<{ readonly overrides: KeyOverrides }>(() => ({ overrides: cached() }));

/** Takes over what the server keeps for the person, or what they have just chosen. */
export function adoptShortcuts(overrides: KeyOverrides = {}): void {
  if (JSON.stringify(overrides) === JSON.stringify(useShortcuts.getState().overrides)) return;
  useShortcuts.setState({ overrides });
  try {
    window.localStorage.setItem(cacheKey, JSON.stringify(overrides));
  } catch {
    // A browser that keeps nothing asks the server each time.
  }
}
