'use client';
import { Toaster as Sonner } from 'sonner';
import { useTheme } from '@/lib/theme.ts';

export function Toaster() {
  const dark = useTheme((state) => state.dark);
  return (
    <Sonner
      theme={dark ? 'dark' : 'light'}
      position="bottom-center"
      offset={{ bottom: 80 }}
      mobileOffset={{ bottom: 88 }}
      toastOptions={{
        classNames: {
          toast: '!rounded-lg !border-line !bg-raised !text-ink !shadow-overlay !font-sans',
          description: '!text-ink-soft',
          actionButton: '!bg-accent !text-accent-ink !rounded-md !h-7 !px-2.5',
        },
      }}
    />
  );
}
