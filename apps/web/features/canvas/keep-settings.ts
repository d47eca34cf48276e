import type { Editor } from '@autograph/editor';
import { useStage } from './stage.ts';
import { useViewPreferences } from './view-preferences.ts';

/** Gives the editor this person's settings of the last time and keeps what they change; gives the way to stop. */
export function keepSettings(editor: Editor): () => void {
  editor.changeSettings(useViewPreferences.getState().board);
  return editor.subscribe((what) => {
    // A presentation hides the grid for as long as it lasts.
    if (what !== 'settings' || useStage.getState().stage === 'presenting') return;
    const { grid, gridSize, snapToGrid, snapToShapes, rulers } = editor.settings;
    useViewPreferences.getState().set({ board: { grid, gridSize, snapToGrid, snapToShapes, rulers } });
  });
}
