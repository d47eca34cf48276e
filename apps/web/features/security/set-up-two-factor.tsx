'use client';
import { enableTwoFactor, setUpTwoFactor, type TwoFactorSetup } from '@autograph/contracts/two-factor.ts';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Field } from '@/components/ui/field.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { ConfirmPassword } from '@/features/auth/confirm-password.tsx';
import { useAttempt } from '@/features/auth/use-entry.ts';
import { api, errorText } from '@/lib/api.ts';

const spaced = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ');

/** Password, picture, code: then the second factor is on and its backup codes are there. */
export function SetUpTwoFactor({ onCodes }: { onCodes: (codes: readonly string[]) => void }) {
  const [setup, setSetup] = useState<TwoFactorSetup>();
  const { busy, failure, byField, attempt } = useAttempt();
  if (!setup)
    return <ConfirmPassword action="Continue" act={async (password) => setSetup(await api(setUpTwoFactor, { body: { password } }))} />;
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get('code') ?? '');
    void attempt(async () => onCodes((await api(enableTwoFactor, { body: { code } })).backup_codes));
  };
  return (
    <form onSubmit={send} noValidate className="grid gap-4">
      <p className="text-ink-soft">Scan this with an authenticator app, then enter the six digits that it shows.</p>
      <div className="grid justify-items-center gap-3">
        {/* As a picture, so that nothing in it can run; white ground, because cameras read no inverted codes. */}
        <img
          src={`data:image/svg+xml;utf8,${encodeURIComponent(setup.qr_svg)}`}
          alt="QR code for the authenticator app"
          className="size-48 rounded-lg border border-line bg-white"
        />
        <p className="text-center text-ink-faint">
          No camera? Type this key:
          <br />
          <code className="select-all font-mono text-ink">{spaced(setup.secret)}</code>
        </p>
      </div>
      <Field
        label="Code"
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={7}
        placeholder="000000"
        required
        disabled={busy}
        error={byField.code}
        className="h-11 px-3 text-center font-mono text-lg tracking-widest"
      />
      {failure && !byField.code ? <Notice look="danger">{errorText(failure)}</Notice> : null}
      <Button type="submit" look="primary" disabled={busy}>
        Turn on
      </Button>
    </form>
  );
}
