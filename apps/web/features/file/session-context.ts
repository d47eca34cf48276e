'use client';
import { createContext, useContext } from 'react';
import type { FileSession } from './session.ts';

export const SessionContext = createContext<FileSession | null>(null);

/** The open file of the page around; throws outside one. */
export function useFileSession(): FileSession {
  const session = useContext(SessionContext);
  if (!session) throw new Error('This part belongs on a file page.');
  return session;
}
