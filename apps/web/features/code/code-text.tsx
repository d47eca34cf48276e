'use client';
import type { BlockId } from '@autograph/document';
import { type Editor, followGrowth, sourceTooLong } from '@autograph/editor';
import { defaultFamily } from '@autograph/languages';
import { type CodeEditor, createCodeEditor } from '@autograph/notes';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useFileSession } from '@/features/file/session-context.ts';
import { useEditorValue } from '@/features/file/use-editor-value.ts';
import { useRoomVersion } from '@/features/file/use-room-version.ts';
import { watchEditor } from '@/features/file/watch-editor.ts';
import { findIcons } from '@/features/icons/find-icons.ts';
import { errorText } from '@/lib/api.ts';
import { codeStyle, useCodeColours } from './code-colours.ts';
import { openEditors } from './open-editors.ts';
import { problemsOf } from './problems-of.ts';
import { nodeAt, rangesOf, selectedNode } from './selected-node.ts';

/** The text of one block: problems underlined, the selected shape's words marked, the caret's shape selected; the shape under the pointer and its lines show each other. */
export function CodeText({ block, label }: { block: BlockId; label: string }) {
  const host = useRef<HTMLDivElement>(null);
  const code = useRef<CodeEditor>(null);
  const fromCaret = useRef<string>(null);
  /** Where the caret went while it was not known what stands there, in which text and with what selected. */
  const caret = useRef<{ readonly offset: number; readonly source: string; readonly selection: Editor['selection'] }>(null);
  const { editor, room, workshop } = useFileSession();
  const client = useQueryClient();
  useRoomVersion(room, 'access');
  const readOnly = !room.canEdit;
  const unformatted = (error: unknown) => {
    editor.notify(errorText(error));
    return [];
  };
  const family = useEditorValue(editor, ['document'], () => editor.document.blocks.get(block)?.language ?? defaultFamily);

  useEffect(() => {
    const text = room.blockText(block);
    if (!host.current || !text) return;
    const created = createCodeEditor(host.current, text, {
      label,
      family,
      awareness: room.awareness,
      readOnly,
      icons: (words) => findIcons(client, words),
      tidy: (source) => workshop.format(family, source).catch(unformatted),
      onTooLong: () => editor.notify(sourceTooLong),
      history: { manager: room.typing, undo: () => editor.undo(), redo: () => editor.redo() },
      onCaret(offset) {
        caret.current = { offset, source: text.toString(), selection: editor.selection };
        selectAtCaret();
      },
      onPointer(offset) {
        const node = offset === null ? undefined : nodeAt(rangesOf(editor, block), offset);
        editor.hover(node === undefined ? null : `${block}/${node}`);
      },
    });
    // While the board shows an earlier text, what stands at the caret is not known; the shape is selected when it is.
    const selectAtCaret = () => {
      const [waiting, ranges] = [caret.current, rangesOf(editor, block)];
      if (!waiting || !ranges) return;
      caret.current = null;
      if (waiting.source !== text.toString() || waiting.selection !== editor.selection) return;
      const node = nodeAt(ranges, waiting.offset);
      const shape = node === undefined ? block : `${block}/${node}`;
      fromCaret.current = shape;
      editor.select([shape], 'code');
    };
    code.current = created;
    const stop = openEditors.add(block, created);
    const stopWaiting = watchEditor(editor, ['document'], selectAtCaret);
    const element = host.current;
    let stopFollowing = () => {};
    const follow = () => {
      stopFollowing();
      stopFollowing = followGrowth(editor, block);
    };
    const rest = () => stopFollowing();
    element.addEventListener('focusin', follow);
    element.addEventListener('focusout', rest);
    if (element.contains(document.activeElement)) follow();
    return () => {
      stopFollowing();
      stopWaiting();
      element.removeEventListener('focusin', follow);
      element.removeEventListener('focusout', rest);
      stop();
      created.destroy();
      code.current = null;
    };
  }, [room, editor, workshop, block, readOnly, family, client]);

  useEffect(() => {
    const show = () => {
      const ranges = rangesOf(editor, block);
      code.current?.showDiagnostics(problemsOf(editor, block));
      const selected = selectedNode(editor);
      const byCaret = editor.selection[0] === fromCaret.current;
      if (!byCaret) fromCaret.current = null;
      const node = selected?.block === block ? selected.node : undefined;
      // What is marked goes along with what is typed.
      if (ranges) code.current?.showRange((node !== undefined && ranges.get(node)) || null, { scroll: !byCaret });
    };
    show();
    return watchEditor(editor, ['document', 'selection'], show);
  }, [editor, block, readOnly, family]);

  useEffect(() => {
    let shown: string | undefined;
    return watchEditor(editor, ['overlay'], () => {
      const origin = editor.hovered === null ? undefined : editor.scene.get(editor.hovered)?.origin;
      const node = origin?.block_id === block ? origin.node_id : undefined;
      if (node === shown) return;
      shown = node;
      code.current?.showHovered((node !== undefined && rangesOf(editor, block)?.get(node)) || null);
    });
  }, [editor, block]);

  return <div ref={host} style={codeStyle(useCodeColours())} className="min-h-0 flex-1 overflow-hidden" />;
}
