'use client';
import { listSessions, revokeOtherSessions, revokeSession, type SignIn } from '@autograph/contracts/sign-ins.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { Button } from '@/components/ui/button.tsx';
import { SettingsPage } from '@/features/account/settings-page.tsx';
import { useSession } from '@/features/auth/use-session.ts';
import { api, errorText } from '@/lib/api.ts';
import { SessionList } from './session-list.tsx';

/** Where a person is signed in. */
export function SessionSettings() {
  useSession();
  const queries = useQueryClient();
  const { data, error } = useQuery({ queryKey: ['sessions'], queryFn: () => api(listSessions, {}) });
  const end = (work: Promise<unknown>, done: string) =>
    work.then(
      () => {
        toast.success(done);
        void queries.invalidateQueries({ queryKey: ['sessions'] });
      },
      (failure: unknown) => {
        toast.error(errorText(failure));
      },
    );
  const endOne = (session: SignIn) => void end(api(revokeSession, { params: { id: session.id } }), `${session.device} is signed out`);
  const others = data?.items.filter((session) => !session.current).length ?? 0;
  return (
    <SettingsPage title="Sessions" lead="Devices on which you are signed in. End those that you do not know, and change your password.">
      <SessionList sessions={data?.items} error={error} onEnd={endOne} />
      {others > 0 ? (
        <Button look="danger" className="mt-4" onClick={() => void end(api(revokeOtherSessions, {}), 'All other devices are signed out')}>
          End all other sessions
        </Button>
      ) : null}
    </SettingsPage>
  );
}
