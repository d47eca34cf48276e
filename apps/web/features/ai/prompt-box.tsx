'use client';
import { listAiProviders } from '@autograph/contracts/ai.ts';
import { useQuery } from '@tanstack/react-query';
import { ArrowUp, Sparkles, X } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { toast } from 'sonner';
import { Button } from '@/components/ui/button.tsx';
import { IconButton } from '@/components/ui/icon-button.tsx';
import { usePanes } from '@/features/file/panes.ts';
import { useFileSession } from '@/features/file/session-context.ts';
import { insertDiagram } from '@/features/insert/insert.ts';
import { api } from '@/lib/api.ts';
import { stageNames } from './generation.ts';
import { useGeneration } from './use-generation.ts';

const examples = [
  'Users go through a CDN to a web app that reads Postgres and Redis',
  'Sequence: sign-in with a one-time code',
  'Tables of an online shop',
];

/** It changes with the server's configuration only. */
const providersQuery = { queryKey: ['ai-providers'], queryFn: () => api(listAiProviders, {}), staleTime: Number.POSITIVE_INFINITY };

/** Describe a diagram in words; it comes as code and shapes, in one step to undo. */
export function PromptBox() {
  const { editor } = useFileSession();
  const { prompt: open, set } = usePanes();
  const [text, setText] = useState('');
  const input = useRef<HTMLTextAreaElement>(null);
  const { data: providers } = useQuery({ ...providersQuery, enabled: open });
  const onlyBuiltIn = providers?.items.every(({ built_in }) => built_in) ?? false;
  const close = () => set({ prompt: false });
  const { stage, start, cancel } = useGeneration((source) => {
    insertDiagram(editor, { source });
    setText('');
    close();
    toast('Diagram added', { action: { label: 'Undo', onClick: () => editor.undo() } });
  });
  useEffect(() => {
    if (open) input.current?.focus();
  }, [open]);
  if (!open || editor.readOnly) return null;

  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (text.trim()) void start(text.trim());
  };
  return (
    <form
      aria-label="Generate with AI"
      onSubmit={send}
      className="absolute bottom-20 left-1/2 z-20 w-[min(36rem,calc(100%-1.5rem))] -translate-x-1/2 animate-rise rounded-xl border border-line bg-raised shadow-overlay"
    >
      <div className="flex items-start gap-2 p-2 pl-3">
        <Sparkles className="mt-1.5 size-4 shrink-0 text-accent" />
        <textarea
          ref={input}
          aria-label="What to draw"
          placeholder="Describe what to draw …"
          rows={2}
          maxLength={8000}
          value={text}
          disabled={stage !== null}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey) send(event);
            if (event.key === 'Escape') close();
            event.stopPropagation();
          }}
          className="min-h-8 flex-1 resize-none bg-transparent py-1 text-base outline-none placeholder:text-ink-faint disabled:opacity-60"
        />
        <IconButton
          label="Close"
          onClick={() => {
            cancel();
            close();
          }}
        >
          <X />
        </IconButton>
      </div>
      {onlyBuiltIn ? (
        <p className="px-3 pb-2 text-ink-soft text-xs">
          No AI provider is connected: the built-in generator draws the parts and relations that it knows by name.
        </p>
      ) : null}
      <div className="flex min-h-12 items-center gap-2 border-line border-t px-3 py-2">
        {stage ? (
          <>
            <p role="status" className="flex-1 animate-shimmer text-ink-soft">
              {stageNames[stage]} …
            </p>
            <Button size="sm" onClick={cancel}>
              Cancel
            </Button>
          </>
        ) : (
          <>
            <div className="flex min-w-0 flex-1 gap-1 overflow-x-auto [scrollbar-width:none]">
              {text === ''
                ? examples.map((example) => (
                    <Button
                      key={example}
                      look="quiet"
                      size="sm"
                      className="bg-sunken font-normal"
                      onClick={() => {
                        setText(example);
                        input.current?.focus();
                      }}
                    >
                      {example}
                    </Button>
                  ))
                : null}
            </div>
            <Button type="submit" look="primary" size="icon" aria-label="Generate" disabled={text.trim() === ''}>
              <ArrowUp />
            </Button>
          </>
        )}
      </div>
    </form>
  );
}
