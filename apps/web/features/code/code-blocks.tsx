'use client';
import { type BlockId, sameJson } from '@autograph/document';
import { CodeXml, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Select } from '@/components/ui/select.tsx';
import { useFileSession } from '@/features/file/session-context.ts';
import { useEditorValue } from '@/features/file/use-editor-value.ts';
import { AddBlock } from './add-block.tsx';
import { listBlocks } from './block-list.ts';
import { CodeMenu } from './code-menu.tsx';
import { CodeText } from './code-text.tsx';
import { Problems } from './problems.tsx';
import { selectedNode } from './selected-node.ts';
import { SnippetMenu } from './snippet-menu.tsx';

export function CodeBlocks({ onClose }: { onClose: () => void }) {
  const { editor } = useFileSession();
  const [picked, setPicked] = useState<BlockId>();
  const blocks = useEditorValue(editor, ['document'], listBlocks, sameJson);
  const readOnly = useEditorValue(editor, ['tool'], (editor) => editor.readOnly);
  const selected = useEditorValue(editor, ['document', 'selection'], (editor) => selectedNode(editor)?.block);
  useEffect(() => {
    if (selected) setPicked(selected);
  }, [selected]);
  const current = blocks.find(({ id }) => id === picked) ?? blocks[0];
  return (
    <>
      <header className="flex h-12 shrink-0 items-center gap-1 border-line border-b px-2">
        {current ? (
          <Select
            label="Diagram"
            value={current.id}
            options={blocks.map(({ id, label, errors }) => ({ value: id, label: errors > 0 ? `${label} (does not parse)` : label }))}
            onChange={(id) => {
              setPicked(id);
              editor.select([id], 'code');
            }}
            className="flex-1 border-transparent font-semibold hover:border-line"
          />
        ) : (
          <h2 className="flex-1 px-2 font-semibold">Code</h2>
        )}
        {current && !readOnly ? <SnippetMenu block={current.id} /> : null}
        {current && !readOnly ? <AddBlock onAdd={setPicked} /> : null}
        <CodeMenu block={current?.id} label={current?.label ?? 'diagram'} onAdd={setPicked} />
        <Button look="quiet" size="icon" aria-label="Close code" onClick={onClose}>
          <X />
        </Button>
      </header>
      {current ? (
        <>
          <CodeText key={current.id} block={current.id} label={`Code of ${current.label}`} />
          <Problems block={current.id} />
        </>
      ) : (
        <div className="grid flex-1 place-content-center justify-items-center gap-2 p-6 text-center">
          <CodeXml className="size-6 text-ink-faint" />
          <p className="font-medium">No diagrams as code yet</p>
          <p className="mb-2 max-w-56 text-ink-soft">Add one: its text and its shapes are the same diagram.</p>
          {readOnly ? null : <AddBlock onAdd={setPicked} large />}
        </div>
      )}
    </>
  );
}
