'use client';
import { Copy } from 'lucide-react';
import { toast } from 'sonner';
import { Button } from '@/components/ui/button.tsx';

/** A value to take elsewhere, with a button that copies it. */
export function CopyValue({ label, value }: { label: string; value: string }) {
  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => toast.success(`${label} copied`),
      () => toast.error('The browser did not let us copy. Select the text and copy it yourself.'),
    );
  return (
    <div className="flex items-center gap-2">
      <div className="min-w-0 flex-1">
        <div className="text-ink-soft text-sm">{label}</div>
        <code className="block break-all text-sm">{value}</code>
      </div>
      <Button look="quiet" size="icon" aria-label={`Copy ${label}`} onClick={() => void copy()}>
        <Copy />
      </Button>
    </div>
  );
}
