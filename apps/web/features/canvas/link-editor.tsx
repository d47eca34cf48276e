'use client';
import { selectionPlace } from '@autograph/editor';
import { Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { IconButton } from '@/components/ui/icon-button.tsx';
import { Input } from '@/components/ui/input.tsx';
import { useFileSession } from '@/features/file/session-context.ts';
import { useEditorVersion } from '@/features/file/use-editor-version.ts';

/** An address as the record takes it: what has no scheme is on the web, or an e-mail address. */
function addressOf(typed: string): string | undefined {
  const text = typed.trim();
  if (/^(https?:\/\/|mailto:)\S+$/i.test(text)) return text;
  if (/^[^\s@:/]+@[^\s@/]+\.[^\s@/]+$/.test(text)) return `mailto:${text}`;
  return /^[^\s:/]+\.[^\s]+$/.test(text) ? `https://${text}` : undefined;
}

/** Asks, below the text that is being written, where its selection is to link to. */
export function LinkEditor() {
  const { editor } = useFileSession();
  useEditorVersion(editor, 'editing', 'camera');
  const { editing } = editor;
  if (!editing?.asksLink) return null;
  const { from, to } = editing.selection;
  const link = editing.spans.find((span) => span.link !== undefined && span.from < to && span.to > from)?.link;
  return <LinkForm key={`${from} ${to}`} link={link} place={selectionPlace(editor) ?? { x: 0, y: 0 }} />;
}

function LinkForm({ link, place }: { link: string | undefined; place: { x: number; y: number } }) {
  const { editor } = useFileSession();
  const [draft, setDraft] = useState(link ?? '');
  const [wrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const address = addressOf(draft);
    setWrong(address === undefined);
    if (address !== undefined) editor.textEditing.setLink(address);
  };
  return (
    <form
      onSubmit={submit}
      aria-label="Link"
      style={{ left: Math.max(8, Math.min(place.x, editor.viewport.w - 308)), top: Math.min(place.y + 6, editor.viewport.h - 56) }}
      className="absolute z-20 flex w-[300px] animate-appear items-center gap-1.5 rounded-lg border border-line bg-raised p-1.5 shadow-overlay"
    >
      <Input
        autoFocus
        aria-label="Address"
        placeholder="https://… or name@example.org"
        value={draft}
        aria-invalid={wrong}
        onChange={(event) => {
          setDraft(event.target.value);
          setWrong(false);
        }}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Escape') editor.textEditing.askLink(false);
        }}
      />
      <Button type="submit" look="primary">
        Link
      </Button>
      {link === undefined ? null : (
        <IconButton label="Take the link off" onClick={() => editor.textEditing.setLink(null)}>
          <Trash2 />
        </IconButton>
      )}
    </form>
  );
}
