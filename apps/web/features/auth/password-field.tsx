'use client';
import { passwordRules } from '@autograph/contracts/password-rules.ts';
import { leastStrength, type PasswordStrength, passwordStrength } from '@autograph/contracts/password-strength.ts';
import { Check, Circle } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Field } from '@/components/ui/field.tsx';
import { cn } from '@/lib/cn.ts';
import { useDebounced } from '@/lib/use-debounced.ts';

const words = ['Guessed at once', 'Guessed quickly', 'Fair', 'Good', 'Very good'] as const;
const colors = ['bg-danger', 'bg-danger', 'bg-warning', 'bg-success', 'bg-success'] as const;

function useStrength(password: string, known: readonly string[]): PasswordStrength | undefined {
  const settled = useDebounced(password, 200);
  const [strength, setStrength] = useState<PasswordStrength>();
  const context = known.join(' ');
  useEffect(() => {
    if (settled === '') return setStrength(undefined);
    let current = true;
    passwordStrength(settled, [context]).then(
      (found) => current && setStrength(found),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [settled, context]);
  return strength;
}

/** A new password: says while it is typed which signs it lacks and how well it resists guessing. */
export function PasswordField({
  label = 'Password',
  name = 'password',
  known,
  error,
  disabled,
}: {
  label?: string;
  name?: string;
  /** Words that whoever guesses would try first, such as the person's name. */
  known: readonly string[];
  error: string | undefined;
  disabled: boolean;
}) {
  const [password, setPassword] = useState('');
  const strength = useStrength(password, known);
  const shown = password === '' ? undefined : strength;
  return (
    <div className="grid gap-2">
      <Field
        label={label}
        name={name}
        type="password"
        autoComplete="new-password"
        required
        disabled={disabled}
        error={error}
        onChange={(event) => setPassword(event.target.value)}
      />
      <div className="flex gap-1" aria-hidden>
        {[1, 2, 3, 4].map((step) => (
          <span
            key={step}
            className={cn(
              'h-1 flex-1 rounded-full transition-colors',
              shown !== undefined && step <= Math.max(1, shown) ? colors[shown] : 'bg-line',
            )}
          />
        ))}
      </div>
      <p aria-live="polite" className="text-ink-faint">
        {shown === undefined ? 'Several words make a good password.' : `${words[shown]}${shown < leastStrength ? '; use more words' : ''}`}
      </p>
      <ul className="grid gap-1 text-ink-faint">
        {passwordRules.map(({ message, holds }) => {
          const met = holds(password);
          return (
            <li key={message} className={cn('flex items-center gap-1.5', met && 'text-success')}>
              {met ? <Check className="size-3.5" /> : <Circle className="size-3.5 scale-50" />}
              {message.replace(/^Use at least /, 'At least ').replace(/\.$/, '')}
              <span className="sr-only">{met ? ', met' : ', missing'}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
