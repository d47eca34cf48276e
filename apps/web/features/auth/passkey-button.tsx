'use client';
import type { Session } from '@autograph/contracts/auth.ts';
import { KeyRound } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { canUsePasskeys, signInWithPasskey } from './passkeys.ts';

/** Signs in with a passkey, where the browser knows them. */
export function PasskeyButton({
  remember,
  disabled,
  attempt,
  onSession,
}: {
  remember: boolean;
  disabled: boolean;
  attempt: (act: () => Promise<void>) => Promise<void>;
  onSession: (session: Session) => void;
}) {
  const [able, setAble] = useState(false);
  useEffect(() => setAble(canUsePasskeys()), []);
  if (!able) return null;
  const signIn = () => attempt(async () => onSession(await signInWithPasskey(remember)));
  return (
    <Button size="lg" disabled={disabled} onClick={() => void signIn()}>
      <KeyRound /> Sign in with a passkey
    </Button>
  );
}
