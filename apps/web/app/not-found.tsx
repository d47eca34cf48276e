import Link from 'next/link';
import { Button } from '@/components/ui/button.tsx';

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center p-6 text-center">
      <div>
        <p className="font-medium text-ink-faint">404</p>
        <h1 className="mt-2 font-semibold text-2xl">There is nothing here</h1>
        <p className="mt-2 text-ink-soft">The address may be wrong, or the file was erased.</p>
        <Button asChild look="primary" className="mt-6">
          <Link href="/">Go to your files</Link>
        </Button>
      </div>
    </main>
  );
}
