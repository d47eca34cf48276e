import type { Editor } from '@autograph/editor';

export type EditorTopic = Parameters<Parameters<Editor['subscribe']>[0]>[0];

/**
 * Calls back when one of these parts of the editor has changed: at most once a frame, and after the board has shown the change,
 * which is what the person looks at. Gives the way to stop.
 */
export function watchEditor(editor: Editor, topics: readonly EditorTopic[], changed: () => void): () => void {
  let frame = 0;
  let afterFrame: ReturnType<typeof setTimeout> | undefined;
  const stop = editor.subscribe((what) => {
    if (!topics.includes(what) || frame !== 0) return;
    frame = requestAnimationFrame(() => {
      afterFrame = setTimeout(() => {
        frame = 0;
        changed();
      });
    });
  });
  return () => {
    stop();
    cancelAnimationFrame(frame);
    clearTimeout(afterFrame);
  };
}
