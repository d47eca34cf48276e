import { drive } from '@autograph/editor/testing/driver.ts';
import { beforeEach, expect, it, vi } from 'vitest';

const kept = new Map<string, string>();

/** A board as somebody opens it in a browser that keeps what it kept. */
async function visit() {
  vi.resetModules();
  const { keepSettings } = await import('./keep-settings.ts');
  const { editor } = drive();
  keepSettings(editor);
  return editor;
}

beforeEach(() => {
  kept.clear();
  const localStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  };
  vi.stubGlobal('window', { localStorage });
  return () => vi.unstubAllGlobals();
});

it('gives the next board the grid, the snapping and the rulers of the last', async () => {
  const chosen = { grid: true, gridSize: 40, snapToGrid: true, snapToShapes: false, rulers: true };
  (await visit()).changeSettings(chosen);
  expect((await visit()).settings).toMatchObject(chosen);
});

it('starts with the defaults where something spoilt was kept, and keeps the rest', async () => {
  const defaults = (await visit()).settings;
  kept.set('autograph-view', JSON.stringify({ state: { board: { grid: 'yes' }, minimap: false }, version: 0 }));
  expect((await visit()).settings).toEqual(defaults);
  const { useViewPreferences } = await import('./view-preferences.ts');
  expect(useViewPreferences.getState()).toMatchObject({ minimap: false, layers: false });
});

it('keeps nothing of what a presentation hides', async () => {
  const editor = await visit();
  editor.changeSettings({ grid: true });
  const { useStage } = await import('./stage.ts');
  useStage.getState().set({ stage: 'presenting' });
  editor.changeSettings({ grid: false });
  expect((await visit()).settings.grid).toBe(true);
});
