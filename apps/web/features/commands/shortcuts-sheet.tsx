'use client';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Dialog } from '@/components/ui/dialog.tsx';
import { SearchInput } from '@/components/ui/search-input.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { usePageKeys } from './use-page-keys.ts';
import { showSheet, useSheet } from './use-sheet.ts';

/** What the board can do is loaded when somebody asks. */
const ShortcutsList = dynamic(() => import('./shortcuts-list.tsx').then(({ ShortcutsList }) => ShortcutsList), {
  ssr: false,
  loading: () => <Skeleton className="h-96 w-full" />,
});

/** All keys, to look through or search; opens by its own key on every page. */
export function ShortcutsSheet() {
  const path = usePathname();
  const open = useSheet((state) => state.open);
  const [words, setWords] = useState('');
  usePageKeys({ shortcuts: () => showSheet() });
  return (
    <Dialog open={open} onOpenChange={showSheet} title="Keyboard shortcuts" className="sm:w-[min(52rem,calc(100vw-2rem))]">
      <div className="sticky top-0 z-10 -mx-1 mb-4 flex gap-2 bg-raised p-1">
        <SearchInput label="Search shortcuts" value={words} onChange={setWords} />
        <Button asChild>
          <Link href={`/settings/shortcuts?from=${encodeURIComponent(path)}`} onClick={() => showSheet(false)}>
            Change keys
          </Link>
        </Button>
      </div>
      <ShortcutsList words={words} />
    </Dialog>
  );
}
