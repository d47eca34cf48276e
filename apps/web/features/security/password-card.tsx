'use client';
import { changePassword } from '@autograph/contracts/account-recovery.ts';
import type { User } from '@autograph/contracts/auth.ts';
import { type FormEvent, useState } from 'react';
import { toast } from 'sonner';
import { Button } from '@/components/ui/button.tsx';
import { Card, CardRow } from '@/components/ui/card.tsx';
import { Dialog } from '@/components/ui/dialog.tsx';
import { Field } from '@/components/ui/field.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { PasswordField } from '@/features/auth/password-field.tsx';
import { useAttempt } from '@/features/auth/use-entry.ts';
import { api, errorText } from '@/lib/api.ts';

function ChangePassword({ user, onDone }: { user: User | undefined; onDone: () => void }) {
  const { busy, failure, byField, attempt } = useAttempt();
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const value = (name: string) => String(form.get(name) ?? '');
    void attempt(async () => {
      await api(changePassword, { body: { current_password: value('current_password'), new_password: value('new_password') } });
      toast.success('Your password is changed', { description: 'Your other sessions have ended.' });
      onDone();
    });
  };
  return (
    <form onSubmit={send} noValidate className="grid gap-4">
      <Field
        label="Current password"
        name="current_password"
        type="password"
        autoComplete="current-password"
        required
        disabled={busy}
        error={byField.current_password}
      />
      <PasswordField
        label="New password"
        name="new_password"
        known={user ? [user.name, user.email] : []}
        error={byField.new_password}
        disabled={busy}
      />
      {failure && !byField.current_password && !byField.new_password ? <Notice look="danger">{errorText(failure)}</Notice> : null}
      <Button type="submit" look="primary" disabled={busy}>
        Change password
      </Button>
    </form>
  );
}

export function PasswordCard({ user }: { user: User | undefined }) {
  const [open, setOpen] = useState(false);
  return (
    <Card title="Password">
      <CardRow label="Password" note="Changing it ends all your other sessions.">
        <Button onClick={() => setOpen(true)}>Change</Button>
      </CardRow>
      <Dialog open={open} onOpenChange={setOpen} title="Change your password">
        <ChangePassword user={user} onDone={() => setOpen(false)} />
      </Dialog>
    </Card>
  );
}
