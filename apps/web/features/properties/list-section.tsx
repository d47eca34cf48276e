'use client';
import type { Shape } from '@autograph/document';
import type { ShapeList, Targets } from '@autograph/editor';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { IconButton } from '@/components/ui/icon-button.tsx';
import { Input } from '@/components/ui/input.tsx';
import { useFileSession } from '@/features/file/session-context.ts';
import { Section } from './section.tsx';

function replaced(lines: readonly string[], at: number, line: string): readonly string[] {
  return [...lines.slice(0, at), line, ...lines.slice(at + 1)];
}

/** One list of a shape, a field for each line: Enter goes on to a new one. */
function Lines({ list, shape, change }: { list: ShapeList; shape: Shape; change: (lines: readonly string[]) => void }) {
  const lines = list.lines(shape);
  const [adding, setAdding] = useState(false);
  const shown = adding ? [...lines, ''] : lines;
  const commit = (at: number, text: string) => {
    if (at >= lines.length) setAdding(false);
    if (text.trim() !== (lines[at] ?? '')) change(replaced(lines, at, text.trim()));
  };
  return (
    <Section title={list.label}>
      <div className="grid gap-1">
        {shown.map((line, at) => (
          <div key={`${at} ${line}`} className="flex items-center gap-1">
            <Input
              aria-label={`${list.label}, ${at + 1}`}
              defaultValue={line}
              placeholder={list.example}
              spellCheck={false}
              autoFocus={adding && at === lines.length}
              className="font-mono text-xs"
              onBlur={(event) => commit(at, event.target.value)}
              onKeyDown={(event) => {
                const field = event.currentTarget;
                if (event.key === 'Escape') field.value = line;
                if (event.key === 'Enter' && field.value.trim() !== '') {
                  // The keyboard stays in this field until the next one takes it: nowhere it would be the board's.
                  commit(at, field.value);
                  setAdding(true);
                } else if (event.key === 'Enter' || event.key === 'Escape') field.blur();
              }}
            />
            {at < lines.length ? (
              <IconButton label={`Remove this ${list.noun}`} onClick={() => change(lines.filter((_, other) => other !== at))}>
                <X />
              </IconButton>
            ) : null}
          </div>
        ))}
      </div>
      <Button look="quiet" className="justify-start" onClick={() => setAdding(true)}>
        <Plus /> Add {/^[aeiou]/.test(list.noun) ? 'an' : 'a'} {list.noun}
      </Button>
    </Section>
  );
}

/** What a table or class lists, when one is selected. */
export function ListSections({ targets: { shapes, stored, changeEach } }: { targets: Targets }) {
  const { editor } = useFileSession();
  const [shape, another] = shapes;
  if (!shape || another || !stored) return null;
  const lists = editor.definition(shape.type)?.lists ?? [];
  return lists.map((list) => (
    <Lines key={`${shape.id} ${list.id}`} list={list} shape={shape} change={(lines) => changeEach((own) => list.change(own, lines))} />
  ));
}
