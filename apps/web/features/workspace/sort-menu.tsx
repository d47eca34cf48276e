'use client';
import { ArrowDownWideNarrow } from 'lucide-react';
import { Button } from '@/components/ui/button.tsx';
import { Menu, MenuContent, MenuRadioGroup, MenuRadioItem, MenuTrigger } from '@/components/ui/menu.tsx';
import { type Sort, sorts } from './use-files.ts';

const labels: Record<Sort, string> = { updated_at: 'Last edited', created_at: 'Created', title: 'Title' };

export function SortMenu({ value, onChange }: { value: Sort; onChange: (sort: Sort) => void }) {
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button look="quiet" aria-label={`Sort by: ${labels[value]}`}>
          <ArrowDownWideNarrow />
          <span className="max-sm:sr-only">{labels[value]}</span>
        </Button>
      </MenuTrigger>
      <MenuContent align="end">
        <MenuRadioGroup
          value={value}
          onValueChange={(picked) => {
            const sort = sorts.find((candidate) => candidate === picked);
            if (sort) onChange(sort);
          }}
        >
          {sorts.map((sort) => (
            <MenuRadioItem key={sort} value={sort}>
              {labels[sort]}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
      </MenuContent>
    </Menu>
  );
}
