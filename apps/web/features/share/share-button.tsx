'use client';
import type { Diagram } from '@autograph/contracts/diagrams.ts';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { ShareDialog } from './share-dialog.tsx';

export function ShareButton({ file }: { file: Diagram }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="primary" aria-label="Share" onClick={() => setOpen(true)}>
        <UserPlus />
        <span className="max-lg:hidden">Share</span>
      </Button>
      <ShareDialog file={file} open={open} onOpenChange={setOpen} />
    </>
  );
}
