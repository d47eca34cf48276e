'use client';
import { type SsoCheck, testSsoProvider } from '@autograph/contracts/sso.ts';
import { CircleAlert, CircleCheck, CircleX } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { useAttempt } from '@/features/auth/use-entry.ts';
import { api, errorText } from '@/lib/api.ts';

const looks = {
  ok: { icon: <CircleCheck className="size-4 text-accent" />, word: 'Right' },
  warning: { icon: <CircleAlert className="size-4 text-ink-soft" />, word: 'To look at' },
  failed: { icon: <CircleX className="size-4 text-danger" />, word: 'Wrong' },
} as const;

function Check({ check }: { check: SsoCheck }) {
  const { icon, word } = looks[check.status];
  return (
    <li className="flex gap-2">
      <span className="mt-0.5 shrink-0">
        {icon}
        <span className="sr-only">{word}: </span>
      </span>
      <span className="min-w-0 break-words">
        <span className="font-medium">{check.name}.</span> {check.message}
      </span>
    </li>
  );
}

/** Tries the connection and says what is wrong with it. */
export function ConnectionTest({ id }: { id: string }) {
  const [checks, setChecks] = useState<readonly SsoCheck[]>();
  const { busy, failure, attempt } = useAttempt();
  const test = () => attempt(async () => setChecks((await api(testSsoProvider, { params: { id } })).checks));
  return (
    <div className="grid gap-3">
      <Button className="justify-self-start" disabled={busy} onClick={() => void test()}>
        {busy ? 'Testing …' : 'Test connection'}
      </Button>
      {failure ? <Notice look="danger">{errorText(failure)}</Notice> : null}
      {checks ? (
        <ul aria-label="What the test found" aria-live="polite" className="grid gap-1.5">
          {checks.map((check) => (
            <Check key={`${check.name} ${check.message}`} check={check} />
          ))}
        </ul>
      ) : null}
    </div>
  );
}
