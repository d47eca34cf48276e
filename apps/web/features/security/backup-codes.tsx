'use client';
import { Copy, Download } from 'lucide-react';
import { toast } from 'sonner';
import { Button } from '@/components/ui/button.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { saveFile } from '@/lib/save-file.ts';

/** The backup codes, the one time that they are shown. */
export function BackupCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const text = `${codes.join('\n')}\n`;
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => toast.success('Copied'),
      () => toast.error('The browser did not let us copy. Save the file instead.'),
    );
  return (
    <div className="grid gap-4">
      <Notice>Keep these where you find them without your phone. They are shown this once, and each signs in once.</Notice>
      <ol
        aria-label="Backup codes"
        className="grid grid-cols-2 gap-x-6 gap-y-1 rounded-lg bg-sunken px-5 py-4 font-mono text-base tabular-nums"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => void copy()}>
          <Copy /> Copy
        </Button>
        <Button onClick={() => saveFile(new Blob([text], { type: 'text/plain' }), 'autograph-backup-codes.txt')}>
          <Download /> Save as a file
        </Button>
        <Button look="primary" className="ml-auto" onClick={onDone}>
          I have kept them
        </Button>
      </div>
    </div>
  );
}
