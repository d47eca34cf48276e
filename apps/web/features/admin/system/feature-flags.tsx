import { type Flag, listFlags, updateFlag } from '@autograph/contracts/flags.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { IconButton } from '@/components/ui/icon-button.tsx';
import { Input } from '@/components/ui/input.tsx';
import { Select } from '@/components/ui/select.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { Slider } from '@/components/ui/slider.tsx';
import { useAttempt } from '@/features/auth/use-entry.ts';
import { flagsQuery } from '@/features/flags/use-flag.ts';
import { api, errorText } from '@/lib/api.ts';

const query = { queryKey: ['admin-flags'], queryFn: () => api(listFlags, {}) };

type Change = Parameters<typeof api<typeof updateFlag>>[1]['body'];

const choices = [
  { value: 'on' as const, label: 'On' },
  { value: 'off' as const, label: 'Off' },
];

function Overrides({ flag, save, busy }: { flag: Flag; save: (change: Change) => Promise<unknown>; busy: boolean }) {
  const [email, setEmail] = useState('');
  const [choice, setChoice] = useState<'on' | 'off'>('on');
  const send = (event: FormEvent) => {
    event.preventDefault();
    void save({ override: { email: email.trim(), enabled: choice === 'on' } }).then(() => setEmail(''));
  };
  return (
    <>
      {flag.overrides.map(({ user_id, name, email: address, enabled }) => (
        <div key={user_id} className="flex items-center gap-2">
          <span className="min-w-0 flex-1 truncate">
            {name} <span className="text-ink-faint">{address}</span>
          </span>
          <span className="text-ink-soft">{enabled ? 'on' : 'off'}</span>
          <IconButton
            label={`Let the share decide for ${name}`}
            size="icon-sm"
            onClick={() => void save({ override: { email: address, enabled: null } })}
          >
            <X />
          </IconButton>
        </div>
      ))}
      <form onSubmit={send} className="flex flex-wrap gap-2">
        <Input
          type="email"
          aria-label={`Account to decide ${flag.name} for`}
          placeholder="tester@example.com"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          className="min-w-40 flex-1 basis-40"
        />
        <Select label="On or off" value={choice} options={choices} onChange={setChoice} className="w-20" />
        <Button type="submit" disabled={busy || email.trim() === ''}>
          Decide
        </Button>
      </form>
    </>
  );
}

function FlagRow({ flag }: { flag: Flag }) {
  const queries = useQueryClient();
  const { busy, failure, attempt } = useAttempt();
  const [percent, setPercent] = useState(flag.percent);
  const save = (body: Change) =>
    attempt(async () => {
      const next = await api(updateFlag, { params: { name: flag.name }, body });
      queries.setQueryData<{ items: Flag[] }>(query.queryKey, (all) => ({
        items: (all?.items ?? []).map((each) => (each.name === next.name ? next : each)),
      }));
      await queries.invalidateQueries({ queryKey: flagsQuery.queryKey });
    });
  return (
    <li className="grid gap-2 border-line border-b px-4 py-3 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-4">
        <div className="min-w-48 flex-1">
          <div className="font-medium">{flag.summary}</div>
          <code className="text-ink-faint text-xs">{flag.name}</code>
        </div>
        <div className="flex w-full items-center gap-3 sm:w-72">
          <Slider
            label={`Share of ${flag.name}`}
            value={percent}
            min={0}
            max={100}
            step={1}
            onChange={setPercent}
            onCommit={(next) => void save({ percent: next })}
          />
          <span className="w-12 shrink-0 whitespace-nowrap text-right tabular-nums">{percent} %</span>
        </div>
      </div>
      <Overrides flag={flag} save={save} busy={busy} />
      {failure ? (
        <p role="alert" className="text-danger">
          {errorText(failure)}
        </p>
      ) : null}
    </li>
  );
}

/** For how many people each feature is on, and for whom it is decided whatever the share is. */
export function FeatureFlags() {
  const { data, error } = useQuery(query);
  if (error) return <p className="px-4 py-3 text-danger">{errorText(error)}</p>;
  if (!data) return <Skeleton className="m-4 h-16" />;
  return (
    <ul aria-label="Features">
      {data.items.map((flag) => (
        <FlagRow key={flag.name} flag={flag} />
      ))}
    </ul>
  );
}
