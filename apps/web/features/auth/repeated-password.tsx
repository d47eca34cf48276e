import { Field } from '@/components/ui/field.tsx';

/** The password a second time, so that a slip of the finger locks nobody out. */
export function RepeatedPassword({ differs, disabled }: { differs: boolean; disabled: boolean }) {
  return (
    <Field
      label="Repeat the password"
      name="repeated"
      type="password"
      autoComplete="new-password"
      required
      disabled={disabled}
      error={differs ? 'The two passwords differ.' : undefined}
    />
  );
}
