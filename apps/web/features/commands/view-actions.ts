import { toast } from 'sonner';
import { toggleFullScreen, useStage } from '@/features/canvas/stage.ts';
import { useViewPreferences } from '@/features/canvas/view-preferences.ts';
import { usePanes } from '@/features/file/panes.ts';
import { readableKeys } from '@/lib/platform.ts';
import { type PageActionId, pageActions } from './page-actions.ts';

const toggleStage = (stage: 'bare' | 'presenting') => () => {
  const { stage: current, set } = useStage.getState();
  set({ stage: current === stage ? 'work' : stage });
  if (stage === 'bare' && current !== stage) toast(`Press ${readableKeys('mod+.').join('+')} to bring the interface back`);
};

const togglePreference = (part: 'layers' | 'minimap') => () => {
  const preferences = useViewPreferences.getState();
  preferences.set({ [part]: !preferences[part] });
};

function find(): void {
  if (usePanes.getState().view === 'note') usePanes.getState().set({ view: 'canvas' });
  useStage.getState().set({ find: true });
}

/** What changes what stands around the board, by the id of its action. */
export const viewActions = {
  find,
  layers: togglePreference('layers'),
  minimap: togglePreference('minimap'),
  present: toggleStage('presenting'),
  bare: toggleStage('bare'),
  full_screen: () => void toggleFullScreen(),
} as const satisfies Partial<Record<PageActionId, () => void>>;

export type ViewActionId = keyof typeof viewActions;

const isViewAction = (id: PageActionId): id is ViewActionId => id in viewActions;

/** The same with their names, in the order of a menu. */
export const viewActionList = pageActions.flatMap(({ id, label }) => (isViewAction(id) ? [{ id, label, run: viewActions[id] }] : []));
