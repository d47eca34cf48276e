import type { ComponentProps } from 'react';
import { Input } from './input.tsx';

interface SearchInputProps extends Omit<ComponentProps<'input'>, 'type' | 'value' | 'onChange' | 'aria-label'> {
  /** What is searched, for screen readers. */
  readonly label: string;
  readonly value: string;
  onChange(words: string): void;
}

/** A field for words to look for. */
export function SearchInput({ label, onChange, ...props }: SearchInputProps) {
  return <Input type="search" aria-label={label} placeholder="Search" onChange={(event) => onChange(event.target.value)} {...props} />;
}
