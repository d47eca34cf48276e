'use client';
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import { Button } from './button.tsx';

/** A value to take along, with a button that copies it. */
export function CopyValue({ label, value }: { label: string; value: string }) {
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => setCopied(true),
      () => toast.error('The browser did not let us copy. Select the text and copy it yourself.'),
    );
  return (
    <div className="grid gap-1.5">
      <span className="font-medium text-sm">{label}</span>
      <div className="flex items-start gap-2 rounded-md border border-line bg-sunken p-2">
        <code className="min-w-0 flex-1 self-center break-all px-1 font-mono text-sm">{value}</code>
        <Button aria-label={`Copy ${label}`} onClick={() => void copy()}>
          {copied ? <Check /> : <Copy />}
          {copied ? 'Copied' : 'Copy'}
        </Button>
      </div>
    </div>
  );
}
