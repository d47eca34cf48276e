import { vi } from 'vitest';

/**
 * Moves the clock of this process forward, where it then stands still. It never goes back before the end of a file: the job queue,
 * which runs by the same clock, would wait for the time that has not come.
 */
export const later = (milliseconds: number): void => void vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + milliseconds });

/** Lets the clock run again, at the end of a file. */
export const now = (): void => void vi.useRealTimers();
