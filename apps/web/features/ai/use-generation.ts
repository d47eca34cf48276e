'use client';
import { useEffect, useRef, useState } from 'react';
import { toast } from 'sonner';
import { errorText } from '@/lib/api.ts';
import { generate, type Stage } from './generation.ts';

/** One generation at a time: its stage while it runs, and the ways to start and cancel it. */
export function useGeneration(onDone: (source: string) => void) {
  const [stage, setStage] = useState<Stage | null>(null);
  const running = useRef<AbortController>(null);
  const cancel = () => running.current?.abort();
  useEffect(() => () => running.current?.abort(), []);

  const start = async (prompt: string) => {
    cancel();
    const controller = new AbortController();
    running.current = controller;
    setStage('analysing');
    try {
      onDone(await generate(prompt, { signal: controller.signal, onStage: setStage, onNotice: (message) => toast(message) }));
    } catch (error) {
      if (!controller.signal.aborted) toast.error(errorText(error));
    } finally {
      if (running.current === controller) setStage(null);
    }
  };
  return { stage, start, cancel };
}
