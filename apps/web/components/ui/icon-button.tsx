import { Button, type ButtonProps } from './button.tsx';
import { Tooltip } from './tooltip.tsx';

/** A button that shows only an icon: its label is spoken, and shown with its keys on hover. */
export function IconButton({
  label,
  keys,
  side,
  size = 'icon',
  look = 'quiet',
  ...props
}: ButtonProps & { label: string; keys?: string | undefined; side?: 'top' | 'right' | 'bottom' | 'left' }) {
  return (
    <Tooltip label={label} keys={keys} side={side}>
      <Button aria-label={label} size={size} look={look} {...props} />
    </Tooltip>
  );
}
