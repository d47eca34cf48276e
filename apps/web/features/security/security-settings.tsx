'use client';
import { twoFactorState } from '@autograph/contracts/two-factor.ts';
import { useQuery } from '@tanstack/react-query';
import { SettingsPage } from '@/features/account/settings-page.tsx';
import { useSession } from '@/features/auth/use-session.ts';
import { api } from '@/lib/api.ts';
import { PasskeyCard } from './passkey-card.tsx';
import { PasswordCard } from './password-card.tsx';
import { TwoFactorCard } from './two-factor-card.tsx';

const twoFactorQuery = { queryKey: ['two-factor'], queryFn: () => api(twoFactorState, {}) };

/** How a person signs in, and what protects that. */
export function SecuritySettings() {
  const { user } = useSession();
  const { data: state } = useQuery(twoFactorQuery);
  return (
    <SettingsPage title="Security" lead="How you sign in, and what protects it.">
      <PasswordCard user={user} />
      <TwoFactorCard state={state} />
      <PasskeyCard />
    </SettingsPage>
  );
}
