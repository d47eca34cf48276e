'use client';
import { Search } from 'lucide-react';
import { useRef } from 'react';
import { Keys } from '@/components/ui/keys.tsx';
import { SearchInput } from '@/components/ui/search-input.tsx';
import { usePageKeys, usePageKeysOf } from '@/features/commands/use-page-keys.ts';

export function SearchField({ value, onChange, label }: { value: string; onChange: (value: string) => void; label: string }) {
  const input = useRef<HTMLInputElement>(null);
  const keys = usePageKeysOf('files_search');
  usePageKeys({ files_search: () => input.current?.focus() });
  return (
    <search className="relative min-w-0 flex-1 sm:max-w-80">
      <Search className="pointer-events-none absolute inset-y-0 left-2.5 my-auto size-4 text-ink-faint" />
      <SearchInput
        ref={input}
        label={label}
        placeholder={label}
        value={value}
        onChange={onChange}
        className="pr-8 pl-8 [&::-webkit-search-cancel-button]:hidden"
      />
      {keys ? (
        <Keys keys={keys} className="pointer-events-none absolute inset-y-0 right-2 my-auto h-fit [@media(hover:none)]:hidden" />
      ) : null}
    </search>
  );
}
