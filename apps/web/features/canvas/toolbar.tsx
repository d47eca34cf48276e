'use client';
import { Sparkles } from 'lucide-react';
import { Toolbar as Primitive } from 'radix-ui';
import { Button } from '@/components/ui/button.tsx';
import { NamedIcon } from '@/components/ui/named-icon.tsx';
import { Tooltip } from '@/components/ui/tooltip.tsx';
import { useKeysOf } from '@/features/commands/use-keymap.ts';
import { usePanes } from '@/features/file/panes.ts';
import { useFileSession } from '@/features/file/session-context.ts';
import { useEditorValue } from '@/features/file/use-editor-value.ts';
import { InsertButtons } from '@/features/insert/insert-buttons.tsx';
import { InsertDiagram } from '@/features/insert/insert-diagram.tsx';
import { type Tool, tools } from './tools.ts';

function ToolButton({ tool, active, onPick }: { tool: Tool; active: boolean; onPick: () => void }) {
  const keysOf = useKeysOf();
  return (
    <Tooltip label={tool.label} keys={keysOf(`tool_${tool.id}`)} side="top">
      <Primitive.Button asChild>
        <Button
          look="quiet"
          size="icon"
          aria-label={tool.label}
          aria-pressed={active}
          onClick={onPick}
          className="@max-lg:size-7 pointer-coarse:size-11"
        >
          <NamedIcon name={tool.icon} />
        </Button>
      </Primitive.Button>
    </Tooltip>
  );
}

export function Toolbar() {
  const { editor } = useFileSession();
  const chosen = useEditorValue(editor, ['tool'], ({ tool }) => tool);
  const prompt = usePanes((panes) => panes.prompt);
  const pick = (id: string) => () => editor.setTool(id);
  const separator = <Primitive.Separator className="mx-1 h-5 w-px shrink-0 bg-line" />;
  return (
    <Primitive.Root
      aria-label="Tools"
      className="absolute bottom-4 left-1/2 z-10 flex max-w-[calc(100%-1rem)] -translate-x-1/2 items-center gap-0.5 overflow-x-auto rounded-xl border border-line bg-raised p-1 shadow-raised [scrollbar-width:none] max-sm:bottom-[calc(0.5rem+env(safe-area-inset-bottom))]"
    >
      {tools
        .filter(({ draws }) => !draws)
        .map((tool) => (
          <ToolButton key={tool.id} tool={tool} active={chosen === tool.id} onPick={pick(tool.id)} />
        ))}
      {separator}
      {tools
        .filter(({ draws }) => draws)
        .map((tool) => (
          <ToolButton key={tool.id} tool={tool} active={chosen === tool.id} onPick={pick(tool.id)} />
        ))}
      {separator}
      <InsertButtons />
      <InsertDiagram />
      <Tooltip label="Generate with AI" side="top">
        <Primitive.Button asChild>
          <Button
            look="quiet"
            size="icon"
            aria-label="Generate with AI"
            aria-pressed={prompt}
            onClick={() => usePanes.getState().set({ prompt: !prompt })}
            className="@max-lg:size-7 pointer-coarse:size-11"
          >
            <Sparkles />
          </Button>
        </Primitive.Button>
      </Tooltip>
    </Primitive.Root>
  );
}
