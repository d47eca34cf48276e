import type { EntryField } from './entry-form.tsx';

/** What a new account needs. */
export const accountFields: readonly EntryField[] = [
  { name: 'name', label: 'Name', autoComplete: 'name' },
  { name: 'email', label: 'E-mail', autoComplete: 'email' },
  {
    name: 'password',
    label: 'Password',
    autoComplete: 'new-password',
    hint: 'At least 8 characters, with an uppercase letter and a digit.',
  },
];
