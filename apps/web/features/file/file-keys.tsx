'use client';
import { usePageKeys } from '@/features/commands/use-page-keys.ts';
import { viewActions } from '@/features/commands/view-actions.ts';
import { usePanes } from './panes.ts';
import { stepAreas } from './step-areas.ts';
import { useSave } from './use-save.ts';

/** The keys of a file page outside its board. */
export function FileKeys() {
  const { set, palette, view } = usePanes();
  const save = useSave();
  usePageKeys({
    commands: () => set({ palette: !palette }),
    save,
    next_area: () => stepAreas(1),
    previous_area: () => stepAreas(-1),
    ...viewActions,
    show_note: () => set({ view: 'note' }),
    show_both: () => set({ view: 'both' }),
    show_canvas: () => set({ view: 'canvas' }),
    show_code: () => set({ code: true, view: view === 'note' ? 'canvas' : view }),
  });
  return null;
}
