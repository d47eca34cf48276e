'use client';
import type { Share, SharePermission } from '@autograph/contracts/shares.ts';
import { Avatar } from '@/components/ui/avatar.tsx';
import { Select } from '@/components/ui/select.tsx';

const choices: readonly { value: SharePermission | 'none'; label: string }[] = [
  { value: 'view', label: 'Can view' },
  { value: 'edit', label: 'Can edit' },
  { value: 'none', label: 'Remove' },
];

/** One person with access, and what they may do. */
export function SharedPerson({
  share: { user, permission },
  onChange,
  onRemove,
}: {
  share: Share;
  onChange: (permission: SharePermission) => void;
  onRemove: () => void;
}) {
  return (
    <li className="flex h-12 items-center gap-3 px-2">
      <Avatar name={user.name} />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium leading-5">{user.name}</p>
        <p className="truncate text-ink-faint text-xs">{user.email}</p>
      </div>
      <Select
        label={`What ${user.name} may do`}
        value={permission}
        options={choices}
        onChange={(choice) => (choice === 'none' ? onRemove() : onChange(choice))}
        className="w-auto border-transparent hover:border-line"
      />
    </li>
  );
}
