import type { Metadata } from 'next';
import { requireSession } from '@/features/auth/require-session.ts';
import { ShortcutSettings } from '@/features/commands/shortcut-settings.tsx';

export const metadata: Metadata = { title: 'Keyboard shortcuts' };

export default async function ShortcutsPage() {
  await requireSession('/settings/shortcuts');
  return <ShortcutSettings />;
}
