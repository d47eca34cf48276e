'use client';
import { ShieldAlert } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect, useRef } from 'react';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { useSession } from '@/features/auth/use-session.ts';
import { cn } from '@/lib/cn.ts';

const pages = [
  { href: '/admin/users', label: 'Users' },
  { href: '/admin/registration', label: 'Registration' },
  { href: '/admin/sso', label: 'Single sign-on' },
  { href: '/admin/outbox', label: 'Outbox' },
  { href: '/admin/system', label: 'System' },
];

/** A page for administrators, with the way to the others; anybody else is told that it is not for them. */
export function AdminPage({ title, lead, children }: { title: string; lead: ReactNode; children: ReactNode }) {
  const path = usePathname();
  const { user } = useSession();
  const here = useRef<HTMLAnchorElement>(null);
  // On a small screen the list is wider than the page.
  useEffect(() => {
    // Newer browsers answer with a promise, which is no way to clean up.
    void here.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, []);
  if (user && user.role !== 'admin')
    return (
      <EmptyState icon={<ShieldAlert />} title="This page is for administrators">
        Ask one of them to do what you came for, or to make you one.
      </EmptyState>
    );
  return (
    <div className="max-w-5xl">
      <header className="mb-6">
        <h1 className="font-semibold text-xl tracking-tight">{title}</h1>
        <p className="mt-1 text-ink-soft">{lead}</p>
        <nav aria-label="Administration" className="scroll-quiet mt-4 flex gap-1 overflow-x-auto overflow-y-hidden border-line border-b">
          {pages.map(({ href, label }) => (
            <Link
              key={href}
              href={href}
              ref={path === href ? here : null}
              aria-current={path === href ? 'page' : undefined}
              className={cn(
                'whitespace-nowrap border-transparent border-b-2 px-3 py-2 font-medium text-ink-soft hover:text-ink',
                path === href && 'border-accent text-accent hover:text-accent',
              )}
            >
              {label}
            </Link>
          ))}
        </nav>
      </header>
      {user ? children : null}
    </div>
  );
}
