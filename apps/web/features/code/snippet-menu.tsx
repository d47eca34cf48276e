'use client';
import type { BlockId } from '@autograph/document';
import type { Snippet } from '@autograph/notes';
import { BetweenHorizontalStart } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Menu, MenuContent, MenuItem, MenuLabel, MenuTrigger } from '@/components/ui/menu.tsx';
import { Tooltip } from '@/components/ui/tooltip.tsx';
import { openEditors } from './open-editors.ts';

/** Patterns to put into a diagram's text, for the kind of diagram that it is. */
export function SnippetMenu({ block }: { block: BlockId }) {
  const [snippets, setSnippets] = useState<readonly Snippet[]>([]);
  const [picked, setPicked] = useState<Snippet>();
  const insert = () => {
    if (picked) openEditors.of(block)?.insertSnippet(picked);
    setPicked(undefined);
  };
  return (
    <Menu onOpenChange={(open) => open && setSnippets(openEditors.of(block)?.snippets() ?? [])}>
      <Tooltip label="Insert a pattern">
        <MenuTrigger asChild>
          <Button look="quiet" size="icon" aria-label="Insert a pattern">
            <BetweenHorizontalStart />
          </Button>
        </MenuTrigger>
      </Tooltip>
      <MenuContent
        align="end"
        className="w-64"
        onCloseAutoFocus={(event) => {
          // The text takes the focus, not the button.
          if (picked) event.preventDefault();
          insert();
        }}
      >
        <MenuLabel>{snippets.length > 0 ? 'Patterns' : 'No patterns for this kind of diagram yet'}</MenuLabel>
        {snippets.map((snippet) => (
          <MenuItem key={snippet.label} className="h-11" onSelect={() => setPicked(snippet)}>
            <span className="block font-medium leading-4">{snippet.label}</span>
            <span className="block text-ink-faint text-xs">{snippet.detail}</span>
          </MenuItem>
        ))}
      </MenuContent>
    </Menu>
  );
}
