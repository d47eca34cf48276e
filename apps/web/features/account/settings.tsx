'use client';
import { Monitor, Moon, Sun } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Segmented } from '@/components/ui/segmented.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { useSession, useSignOut } from '@/features/auth/use-session.ts';
import type { Appearance } from '@/lib/appearance.ts';
import { useTheme } from '@/lib/theme.ts';

const choices: readonly { value: Appearance; label: string; content: ReactNode }[] = [
  { value: 'light', label: 'Light', content: <Sun /> },
  { value: 'dark', label: 'Dark', content: <Moon /> },
  { value: 'system', label: 'As the system', content: <Monitor /> },
];

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex min-h-14 items-center justify-between gap-4 border-line border-b px-4 py-2 last:border-b-0">
      <span className="text-ink-soft">{label}</span>
      <span className="min-w-0 truncate text-right font-medium">{children}</span>
    </div>
  );
}

export function Settings() {
  const { user } = useSession();
  const { appearance, setAppearance } = useTheme();
  const signOut = useSignOut();
  const value = (text: string | undefined) => text ?? <Skeleton className="h-4 w-32" />;
  return (
    <div className="max-w-xl">
      <h1 className="mb-6 font-semibold text-xl tracking-tight">Settings</h1>
      <section aria-labelledby="account" className="mb-8">
        <h2 id="account" className="mb-2 font-semibold">
          Account
        </h2>
        <div className="rounded-lg border border-line bg-surface">
          <Row label="Name">{value(user?.name)}</Row>
          <Row label="E-mail">{value(user?.email)}</Row>
          <Row label="Role">
            <span className="capitalize">{value(user?.role)}</span>
          </Row>
        </div>
      </section>
      <section aria-labelledby="appearance" className="mb-8">
        <h2 id="appearance" className="mb-2 font-semibold">
          Appearance
        </h2>
        <div className="rounded-lg border border-line bg-surface">
          <Row label="Theme">
            <Segmented label="Theme" value={appearance} segments={choices} onChange={setAppearance} />
          </Row>
        </div>
      </section>
      <section aria-labelledby="security" className="mb-8">
        <h2 id="security" className="mb-2 font-semibold">
          Security
        </h2>
        <div className="rounded-lg border border-line bg-surface">
          <Row label="Password, second factor, passkeys">
            <Button asChild>
              <Link href="/settings/security">Change</Link>
            </Button>
          </Row>
          <Row label="Where you are signed in">
            <Button asChild>
              <Link href="/settings/sessions">Sessions</Link>
            </Button>
          </Row>
        </div>
      </section>
      <section aria-labelledby="keyboard" className="mb-8">
        <h2 id="keyboard" className="mb-2 font-semibold">
          Keyboard
        </h2>
        <div className="rounded-lg border border-line bg-surface">
          <Row label="Shortcuts">
            <Button asChild>
              <Link href="/settings/shortcuts">Change keys</Link>
            </Button>
          </Row>
        </div>
      </section>
      {user?.role === 'admin' ? (
        <section aria-labelledby="instance" className="mb-8">
          <h2 id="instance" className="mb-2 font-semibold">
            Instance
          </h2>
          <div className="rounded-lg border border-line bg-surface">
            <Row label="Users, registration, outbox">
              <Button asChild>
                <Link href="/admin/users">Administration</Link>
              </Button>
            </Row>
          </div>
        </section>
      ) : null}
      <Button onClick={() => void signOut()}>Sign out</Button>
    </div>
  );
}
