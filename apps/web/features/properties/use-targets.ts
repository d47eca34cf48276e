'use client';
import { sameTargets, type Targets, targetsOf } from '@autograph/editor';
import { useFileSession } from '@/features/file/session-context.ts';
import { useEditorValue } from '@/features/file/use-editor-value.ts';

/** What the panel speaks of now: see `targetsOf`. */
export function useTargets(): Targets | null {
  const { editor } = useFileSession();
  return useEditorValue(editor, ['selection', 'document', 'tool', 'settings'], targetsOf, sameTargets);
}
