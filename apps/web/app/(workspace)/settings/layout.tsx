import type { ReactNode } from 'react';
import { SettingsNav } from '@/features/account/settings-nav.tsx';

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SettingsNav />
      {children}
    </>
  );
}
