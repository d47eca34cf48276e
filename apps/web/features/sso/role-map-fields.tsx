'use client';
import { roles } from '@autograph/contracts/auth.ts';
import { Plus, X } from 'lucide-react';
import { Button } from '@/components/ui/button.tsx';
import { Input } from '@/components/ui/input.tsx';
import { Select } from '@/components/ui/select.tsx';
import { type DraftMapping, draftMapping } from './draft.ts';

export const roleOptions = roles.map((role) => ({ value: role, label: role.charAt(0).toUpperCase() + role.slice(1) }));

/** Which groups give which role. */
export function RoleMapFields({ value, onChange }: { value: readonly DraftMapping[]; onChange: (next: readonly DraftMapping[]) => void }) {
  const put = (at: number, next: DraftMapping) => onChange(value.map((mapping, index) => (index === at ? next : mapping)));
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 font-medium text-sm">Roles by group</legend>
      {value.map((mapping, at) => (
        <div key={mapping.key} className="flex items-center gap-2">
          <Input
            aria-label={`Group ${at + 1}`}
            className="h-8 flex-1 px-3"
            value={mapping.group}
            placeholder="Name or id of the group"
            onChange={(event) => put(at, { ...mapping, group: event.target.value })}
          />
          <Select
            label={`Role of group ${at + 1}`}
            value={mapping.role}
            options={roleOptions}
            onChange={(role) => put(at, { ...mapping, role })}
            className="w-28"
          />
          <Button
            look="quiet"
            size="icon"
            aria-label={`Remove group ${at + 1}`}
            onClick={() => onChange(value.filter((_, index) => index !== at))}
          >
            <X />
          </Button>
        </div>
      ))}
      <Button look="quiet" className="justify-self-start" onClick={() => onChange([...value, draftMapping({ group: '', role: 'editor' })])}>
        <Plus /> Add a group
      </Button>
      <p className="text-ink-faint text-sm">The strongest role wins. With groups here, roles follow the provider at every sign-in.</p>
    </fieldset>
  );
}
