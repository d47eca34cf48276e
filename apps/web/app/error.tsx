'use client';
import { Button } from '@/components/ui/button.tsx';

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <main className="grid min-h-dvh place-items-center p-6 text-center">
      <div>
        <h1 className="font-semibold text-2xl">This page stumbled</h1>
        <p className="mt-2 text-ink-soft">Your work is saved. Try again; if it stays, tell your administrator.</p>
        <Button look="primary" className="mt-6" onClick={reset}>
          Try again
        </Button>
      </div>
    </main>
  );
}
