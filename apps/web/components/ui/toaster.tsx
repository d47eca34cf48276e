'use client';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { Toaster as Sonner, toast } from 'sonner';
import { useTheme } from '@/lib/theme.ts';

/** Short messages above the page's foot; they belong to the page on which they came, and go with it. */
export function Toaster() {
  const dark = useTheme((state) => state.dark);
  const path = usePathname();
  const shownOn = useRef(path);
  useEffect(() => {
    if (shownOn.current !== path) toast.dismiss();
    shownOn.current = path;
  }, [path]);
  return (
    <Sonner
      theme={dark ? 'dark' : 'light'}
      position="bottom-center"
      visibleToasts={2}
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
