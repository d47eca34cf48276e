'use client';
import { create } from 'zustand';

/** How much stands around the board: everything, nothing, or nothing and its frames one after the other. */
export type Stage = 'work' | 'bare' | 'presenting';

interface StageState {
  readonly stage: Stage;
  readonly fullScreen: boolean;
  readonly find: boolean;
  set(change: Partial<Pick<StageState, 'stage' | 'find'>>): void;
}

const browser = typeof document !== 'undefined';

/** What surrounds the board just now; nothing of it is kept. */
export const useStage = create<StageState>((set) => ({
  stage: 'work',
  fullScreen: browser && document.fullscreenElement !== null,
  find: false,
  set: (change) => set(change),
}));

if (browser) document.addEventListener('fullscreenchange', () => useStage.setState({ fullScreen: document.fullscreenElement !== null }));

/** Fills the screen with the board, or gives the screen back. */
export async function toggleFullScreen(): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen();
  else await document.documentElement.requestFullscreen().catch(() => undefined);
}
