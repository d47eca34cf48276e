import { cva, type VariantProps } from 'class-variance-authority';
import { Slot } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn.ts';

const button = cva(
  'inline-flex shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap rounded-md font-medium transition-colors disabled:pointer-events-none disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      look: {
        primary: 'bg-accent text-accent-ink hover:bg-accent-strong',
        outline: 'border border-line bg-raised text-ink hover:bg-hover',
        quiet:
          'text-ink-soft hover:bg-hover hover:text-ink aria-pressed:bg-accent-soft aria-pressed:text-accent data-[state=open]:bg-pressed',
        danger: 'bg-danger-soft text-danger hover:bg-danger hover:text-white dark:hover:text-ground',
      },
      size: {
        sm: 'h-7 px-2 text-sm pointer-coarse:h-11 pointer-coarse:min-w-11',
        md: 'h-8 px-3 text-sm pointer-coarse:h-11 pointer-coarse:min-w-11',
        lg: 'h-10 px-4 text-base pointer-coarse:h-11',
        'icon-sm': 'size-7 pointer-coarse:size-11',
        icon: 'size-8 pointer-coarse:size-11',
        'icon-lg': 'size-10 pointer-coarse:size-11 [&_svg]:size-[18px]',
      },
    },
    defaultVariants: { look: 'outline', size: 'md' },
  },
);

export type ButtonProps = ComponentProps<'button'> & VariantProps<typeof button> & { asChild?: boolean };

export function Button({ className, look, size, asChild, type, ...props }: ButtonProps) {
  const Tag = asChild ? Slot.Root : 'button';
  return <Tag type={asChild ? type : (type ?? 'button')} className={cn(button({ look, size }), className)} {...props} />;
}
