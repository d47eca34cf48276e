import type { Editor, Settings } from '@autograph/editor';

const key = 'autograph-board';

const kept = ['grid', 'snapToGrid', 'snapToShapes', 'rulers'] as const satisfies readonly (keyof Settings)[];

/** What a text that was kept says of the settings; anything else in it is ignored. */
function read(text: string | null): Partial<Settings> {
  const found: unknown = JSON.parse(text ?? '{}');
  if (typeof found !== 'object' || found === null) return {};
  const values = new Map<string, unknown>(Object.entries(found));
  return Object.fromEntries(kept.flatMap((name) => (typeof values.get(name) === 'boolean' ? [[name, values.get(name)]] : [])));
}

/** Gives the editor this person's settings of the last time and keeps what they change; gives the way to stop. */
export function keepSettings(editor: Editor): () => void {
  try {
    editor.changeSettings(read(localStorage.getItem(key)));
  } catch {
    // A browser that keeps nothing, or something spoilt, starts with the defaults.
  }
  return editor.subscribe((what) => {
    if (what !== 'settings') return;
    try {
      localStorage.setItem(key, JSON.stringify(Object.fromEntries(kept.map((name) => [name, editor.settings[name]]))));
    } catch {
      // The next visit starts with the defaults then.
    }
  });
}
