import { type FlagName, isEnabled, myFlags } from '@autograph/contracts/flags.ts';
import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api.ts';

export const flagsQuery = { queryKey: ['flags'], queryFn: () => api(myFlags, {}), staleTime: 60_000 };

/** Whether a feature is on for whoever is signed in; until that is known, as it is for everybody. */
export function useFlag(name: FlagName): boolean {
  const { data } = useQuery(flagsQuery);
  return data?.flags[name] ?? isEnabled(name, {}, null);
}
