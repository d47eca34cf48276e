'use client';
import type { Editor } from '@autograph/editor';
import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { EditorTopic } from './watch-editor.ts';

/**
 * Renders again when one of these parts of the editor has changed, at most once a frame: read what you need from the editor
 * while rendering. The number goes up with each change.
 */
export function useEditorVersion(editor: Editor, ...topics: readonly EditorTopic[]): number {
  const version = useRef(0);
  const watched = topics.join();
  const subscribe = useCallback(
    (notify: () => void) => {
      const wanted = new Set(watched.split(','));
      let frame = 0;
      const stop = editor.subscribe((what) => {
        if (!wanted.has(what) || frame !== 0) return;
        frame = requestAnimationFrame(() => {
          frame = 0;
          version.current += 1;
          notify();
        });
      });
      return () => {
        stop();
        cancelAnimationFrame(frame);
      };
    },
    [editor, watched],
  );
  const read = () => version.current;
  return useSyncExternalStore(subscribe, read, read);
}
