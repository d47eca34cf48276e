'use client';
import { disableTwoFactor, renewBackupCodes, type TwoFactorState } from '@autograph/contracts/two-factor.ts';
import { useQueryClient } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Card, CardRow } from '@/components/ui/card.tsx';
import { Dialog } from '@/components/ui/dialog.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { ConfirmPassword } from '@/features/auth/confirm-password.tsx';
import { api } from '@/lib/api.ts';
import { BackupCodes } from './backup-codes.tsx';
import { SetUpTwoFactor } from './set-up-two-factor.tsx';

type Step = 'set-up' | 'renew' | 'turn-off' | undefined;

const titles = {
  'set-up': 'Set up an authenticator app',
  renew: 'New backup codes',
  'turn-off': 'Turn the second factor off',
} as const;

/** The second factor: an authenticator app, and codes for the day without it. */
export function TwoFactorCard({ state }: { state: TwoFactorState | undefined }) {
  const queries = useQueryClient();
  const [step, setStep] = useState<Step>();
  const [codes, setCodes] = useState<readonly string[]>();
  const close = () => {
    setStep(undefined);
    setCodes(undefined);
    void queries.invalidateQueries({ queryKey: ['two-factor'] });
  };
  const renew = async (password: string) => setCodes((await api(renewBackupCodes, { body: { password } })).backup_codes);
  const turnOff = async (password: string) => {
    await api(disableTwoFactor, { body: { password } });
    close();
  };
  return (
    <Card title="Second factor" lead="A code of your phone besides the password: a stolen password alone opens nothing.">
      {state === undefined ? (
        <div className="p-4">
          <Skeleton className="h-8" />
        </div>
      ) : state.enabled ? (
        <>
          <CardRow
            label={
              <span className="flex items-center gap-1.5">
                <ShieldCheck className="size-4 text-success" /> Authenticator app
              </span>
            }
            note="On. Signing in with your password asks for a code."
          >
            <Button onClick={() => setStep('turn-off')}>Turn off</Button>
          </CardRow>
          <CardRow label="Backup codes" note={`${state.backup_codes_left} of 10 are left.`}>
            <Button onClick={() => setStep('renew')}>Make new ones</Button>
          </CardRow>
        </>
      ) : (
        <CardRow label="Authenticator app" note="Off.">
          <Button look="primary" onClick={() => setStep('set-up')}>
            Set up
          </Button>
        </CardRow>
      )}
      <Dialog
        open={step !== undefined}
        onOpenChange={(open) => {
          if (!open) close();
        }}
        title={step ? titles[step] : ''}
      >
        {codes ? <BackupCodes codes={codes} onDone={close} /> : null}
        {!codes && step === 'set-up' ? <SetUpTwoFactor onCodes={setCodes} /> : null}
        {!codes && step === 'renew' ? <ConfirmPassword action="Make ten new codes" act={renew} /> : null}
        {!codes && step === 'turn-off' ? <ConfirmPassword action="Turn off" danger act={turnOff} /> : null}
      </Dialog>
    </Card>
  );
}
