'use client';
import { create } from 'zustand';

/** Whether the sheet of keys is shown, on whatever page. */
export const useSheet = create<{ readonly open: boolean }>(() => ({ open: false }));

export function showSheet(open = true): void {
  useSheet.setState({ open });
}
