'use client';
import { CodeXml } from 'lucide-react';
import { Button } from '@/components/ui/button.tsx';
import { usePanes } from '@/features/file/panes.ts';

/** Opens and closes the code beside the board. */
export function CanvasActions() {
  const { code, set } = usePanes();
  if (code) return null;
  return (
    <div className="absolute top-3 right-3 z-10">
      <Button aria-expanded={code} onClick={() => set({ code: true })} className="shadow-raised">
        <CodeXml /> Code
      </Button>
    </div>
  );
}
