'use client';
import { me, setup } from '@autograph/contracts/auth.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '@/lib/api.ts';

/** How often a person at work is told to the server; ms. Their session would idle away while they only look and point. */
const tellEvery = 5 * 60_000;

/**
 * Tells the server that somebody is at work, and looks whether the session is still there when nobody was for as long as it may be
 * left alone: then the page leads to the door.
 */
export function useActivity(signedIn: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!signedIn) return;
    let told = Date.now();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let patience = 0;
    let over = false;
    const wait = () => {
      clearTimeout(timer);
      // A little later than the server counts, so that it has made up its mind.
      if (patience > 0) timer = setTimeout(() => void queries.invalidateQueries({ queryKey: ['me'] }), patience + 2_000);
    };
    api(setup, {}).then(
      ({ idle_minutes }) => {
        if (over) return;
        patience = idle_minutes * 60_000;
        wait();
      },
      () => undefined,
    );
    const note = () => {
      if (Date.now() - told < tellEvery) return;
      told = Date.now();
      wait();
      api(me, {}).catch(() => undefined);
    };
    const events = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;
    for (const event of events) window.addEventListener(event, note, { passive: true, capture: true });
    return () => {
      over = true;
      clearTimeout(timer);
      for (const event of events) window.removeEventListener(event, note, { capture: true });
    };
  }, [signedIn, queries]);
}
