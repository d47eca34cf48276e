'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { cn } from '@/lib/cn.ts';

const places = [
  { href: '/settings', label: 'General' },
  { href: '/settings/security', label: 'Security' },
  { href: '/settings/sessions', label: 'Sessions' },
  { href: '/settings/teams', label: 'Teams' },
  { href: '/settings/api-keys', label: 'API keys' },
  { href: '/settings/connected-apps', label: 'Connected apps' },
  { href: '/settings/apps', label: 'Developer apps' },
  { href: '/settings/shortcuts', label: 'Shortcuts' },
] as const;

/** The pages of the settings, one beside the other. */
export function SettingsNav() {
  const path = usePathname();
  const here = useRef<HTMLAnchorElement>(null);
  // On a small screen the list is wider than the page. Newer browsers answer with a promise, which is no way to clean up.
  useEffect(() => {
    void here.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, []);
  const isHere = (href: string) => path === href || (href !== '/settings' && path.startsWith(`${href}/`));
  return (
    <nav aria-label="Settings" className="scroll-quiet -mx-4 mb-6 overflow-x-auto border-line border-b px-4 sm:mx-0 sm:px-0">
      <ul className="flex gap-5">
        {places.map(({ href, label }) => (
          <li key={href}>
            <Link
              href={href}
              ref={isHere(href) ? here : null}
              aria-current={isHere(href) ? 'page' : undefined}
              className={cn(
                'flex h-10 items-center whitespace-nowrap border-transparent border-b-2 font-medium text-ink-soft hover:text-ink',
                isHere(href) && 'border-accent text-ink',
              )}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
