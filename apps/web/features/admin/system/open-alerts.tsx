import { type Alert, acknowledgeAlert } from '@autograph/contracts/system.ts';
import { useQueryClient } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { toast } from 'sonner';
import { Button } from '@/components/ui/button.tsx';
import { api, errorText } from '@/lib/api.ts';
import { relativeTime } from '@/lib/relative-time.ts';

/** What is wrong, and the way to say that one takes care of it. */
export function OpenAlerts({ alerts }: { alerts: readonly Alert[] }) {
  const queries = useQueryClient();
  const acknowledge = (id: string) =>
    api(acknowledgeAlert, { params: { id } }).then(
      () => queries.invalidateQueries({ queryKey: ['admin-system'] }),
      (error: unknown) => toast.error(errorText(error)),
    );
  if (alerts.length === 0) return null;
  return (
    <ul aria-label="Alerts" className="mb-6 rounded-lg border border-danger bg-danger-soft">
      {alerts.map((alert) => (
        <li key={alert.id} className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
          <TriangleAlert className="size-4 shrink-0 text-danger" />
          <span className="min-w-0 flex-1">
            <span className="font-medium">{alert.summary}</span>{' '}
            <span className="text-ink-soft">
              since {relativeTime(Date.parse(alert.since))}
              {alert.escalated ? ', escalated' : ''}
            </span>
          </span>
          {alert.acknowledged ? (
            <span className="text-ink-soft">Taken care of</span>
          ) : (
            <Button onClick={() => void acknowledge(alert.id)}>I take care of it</Button>
          )}
        </li>
      ))}
    </ul>
  );
}
