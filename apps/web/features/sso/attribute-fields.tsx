'use client';
import type { SsoAttributes } from '@autograph/contracts/sso.ts';
import { ChevronRight } from 'lucide-react';
import { Field } from '@/components/ui/field.tsx';
import type { Draft } from './draft.ts';

const labels: readonly (readonly [keyof SsoAttributes, string])[] = [
  ['email', 'E-mail address'],
  ['name', 'Whole name'],
  ['first_name', 'Given name'],
  ['last_name', 'Family name'],
  ['groups', 'Groups'],
];

/** Under which names the provider sends what an account is filled from, for those that call them differently than usual. */
export function AttributeFields({ draft, onChange, isNew }: { draft: Draft; onChange: (changes: Partial<Draft>) => void; isNew: boolean }) {
  const { attributes, protocol } = draft;
  return (
    <details className="group rounded-lg border border-line">
      <summary className="flex cursor-default list-none items-center gap-2 rounded-lg px-3 py-2.5 font-medium text-sm hover:bg-hover [&::-webkit-details-marker]:hidden">
        <ChevronRight className="size-4 shrink-0 text-ink-faint transition-transform group-open:rotate-90" />
        {protocol === 'saml' ? 'Names of attributes' : 'Names of claims'}
      </summary>
      <p className="px-4 pt-2 text-ink-soft text-sm">
        {isNew
          ? 'Leave a field empty to use the name that this provider usually sends.'
          : 'What stands in an empty field is not looked for.'}
      </p>
      <div className="grid gap-3 px-4 pt-3 pb-4">
        {labels.map(([key, label]) => (
          <Field
            key={key}
            label={label}
            value={attributes[key]}
            onChange={(event) => onChange({ attributes: { ...attributes, [key]: event.target.value } })}
            spellCheck={false}
            autoComplete="off"
          />
        ))}
      </div>
    </details>
  );
}
