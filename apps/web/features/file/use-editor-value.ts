'use client';
import type { Editor } from '@autograph/editor';
import { startTransition, useEffect, useReducer, useRef, useState } from 'react';
import { type EditorTopic, watchEditor } from './watch-editor.ts';

/**
 * What `read` finds in the editor, now and whenever one of the topics (always the same ones) has changed. The component renders again
 * only when that differs from what it shows, as `same` has it: so read no more than what is shown.
 */
export function useEditorValue<T>(
  editor: Editor,
  topics: readonly EditorTopic[],
  read: (editor: Editor) => T,
  same: (a: T, b: T) => boolean = Object.is,
): T {
  const [watched] = useState(topics);
  const [, renderAgain] = useReducer((renders: number) => renders + 1, 0);
  const value = read(editor);
  const differs = () => !same(value, read(editor));
  const latest = useRef(differs);
  useEffect(() => {
    latest.current = differs;
  });
  useEffect(() => {
    const check = () => {
      if (latest.current()) startTransition(renderAgain);
    };
    check();
    return watchEditor(editor, watched, check);
  }, [editor, watched]);
  return value;
}
