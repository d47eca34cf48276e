'use client';
import { type BlockId, sameJson } from '@autograph/document';
import type { Derivation, Diagnostic, Editor } from '@autograph/editor';
import { CircleAlert, CircleCheck, Ellipsis, Hourglass, Image, TriangleAlert } from 'lucide-react';
import { Button } from '@/components/ui/button.tsx';
import { useFileSession } from '@/features/file/session-context.ts';
import { useEditorValue } from '@/features/file/use-editor-value.ts';
import { openEditors } from './open-editors.ts';
import { problemsOf } from './problems-of.ts';

/** What is wrong with the text, line by line, while the board keeps the last picture that was right; or why the board shows a mere picture. */
export function Problems({ block }: { block: BlockId }) {
  const { editor } = useFileSession();
  const problems = useEditorValue(editor, ['document'], (editor) => problemsOf(editor, block), sameJson);
  const pending = useEditorValue(editor, ['document'], (editor) => pendingOf(editor, block));
  if (pending === 'long')
    return (
      <p role="status" className="flex h-9 shrink-0 items-center gap-2 border-line border-t px-3 text-ink-soft text-xs">
        <Hourglass className="size-3.5" /> Laying out … the board shows the diagram as it was
      </p>
    );
  if (problems.length === 0)
    return (
      <p role="status" className="flex h-9 shrink-0 items-center gap-2 border-line border-t px-3 text-ink-faint text-xs">
        {pending ? <Ellipsis className="size-3.5" /> : <CircleCheck className="size-3.5 text-success" />}
        {pending ? 'The canvas is following' : 'In step with the canvas'}
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
            <SeverityIcon severity={severity} />
            <span className={severity === 'notice' ? 'min-w-0 flex-1 text-ink-soft' : 'min-w-0 flex-1'}>
              {severity === 'notice' ? 'Shown as a picture, without shapes to edit. ' : null}
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

/** A diagram of which something has no place yet, as when somebody else has just typed it, is not what its text says either. */
function pendingOf(editor: Editor, block: BlockId): Derivation['pending'] {
  const { pending, unplaced = [] } = editor.derivation(block) ?? {};
  return pending ?? (unplaced.length > 0 ? 'brief' : undefined);
}

function SeverityIcon({ severity }: Pick<Diagnostic, 'severity'>) {
  if (severity === 'error') return <CircleAlert aria-label="Error" className="mt-0.5 size-4 shrink-0 text-danger" />;
  if (severity === 'warning') return <TriangleAlert aria-label="Warning" className="mt-0.5 size-4 shrink-0 text-warning" />;
  return <Image aria-label="Notice" className="mt-0.5 size-4 shrink-0 text-ink-faint" />;
}
