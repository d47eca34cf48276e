'use client';
import { type BlockId, sameJson } from '@autograph/document';
import { CircleAlert, CircleCheck, Hourglass, TriangleAlert } from 'lucide-react';
import { Button } from '@/components/ui/button.tsx';
import { useFileSession } from '@/features/file/session-context.ts';
import { useEditorValue } from '@/features/file/use-editor-value.ts';
import { openEditors } from './open-editors.ts';
import { problemsOf } from './problems-of.ts';

/** What is wrong with the text, line by line; the board keeps the last picture that was right. */
export function Problems({ block }: { block: BlockId }) {
  const { editor } = useFileSession();
  const problems = useEditorValue(editor, ['document'], (editor) => problemsOf(editor, block), sameJson);
  const layingOut = useEditorValue(editor, ['document'], (editor) => editor.derivation(block)?.pending === 'long');
  if (layingOut)
    return (
      <p role="status" className="flex h-9 shrink-0 items-center gap-2 border-line border-t px-3 text-ink-soft text-xs">
        <Hourglass className="size-3.5" /> Laying out … the board shows the diagram as it was
      </p>
    );
  if (problems.length === 0)
    return (
      <p role="status" className="flex h-9 shrink-0 items-center gap-2 border-line border-t px-3 text-ink-faint text-xs">
        <CircleCheck className="size-3.5 text-success" /> In step with the canvas
      </p>
    );
  return (
    <ul aria-label="Problems" aria-live="polite" className="scroll-quiet max-h-32 shrink-0 overflow-y-auto border-line border-t py-1">
      {problems.map(({ severity, code, line, column, message, fix }) => (
        <li key={`${line}:${column}:${message}`} className="flex items-start hover:bg-hover">
          <button
            type="button"
            onClick={() => openEditors.of(block)?.goTo(line, column)}
            className="flex min-w-0 flex-1 items-start gap-2 px-3 py-1 text-left"
          >
            {severity === 'error' ? (
              <CircleAlert aria-label="Error" className="mt-0.5 size-4 shrink-0 text-danger" />
            ) : (
              <TriangleAlert aria-label="Warning" className="mt-0.5 size-4 shrink-0 text-warning" />
            )}
            <span className="min-w-0 flex-1">
              {code ? null : <span className="text-ink-faint tabular-nums">Line {line} </span>}
              {message}
            </span>
          </button>
          {fix && !editor.readOnly ? (
            <Button size="sm" className="mt-0.5 mr-2" onClick={() => openEditors.of(block)?.mend(fix)}>
              {fix.label}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
