'use client';
import type { Editor } from '@autograph/editor';
import { useEffect } from 'react';
import { toast } from 'sonner';

/** Shows what the editor has to say to the person, such as why an edit was refused. */
export function useNotices(editor: Editor): void {
  useEffect(
    () =>
      editor.subscribe((what) => {
        if (what === 'notice' && editor.notice) toast(editor.notice);
      }),
    [editor],
  );
}
