import { getLogLevels, type LogLevel, setLogLevel } from '@autograph/contracts/log-levels.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { Select } from '@/components/ui/select.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { api, errorText } from '@/lib/api.ts';

const query = { queryKey: ['admin-log-levels'], queryFn: () => api(getLogLevels, {}) };

type Choice = LogLevel | 'default';

const levels: readonly LogLevel[] = ['debug', 'info', 'warn', 'error', 'silent'];

/** How much each service and module logs; what is changed counts at once, everywhere. */
export function LogLevels({ services }: { services: readonly string[] }) {
  const queries = useQueryClient();
  const { data, error } = useQuery(query);
  if (error) return <p className="px-4 py-3 text-danger">{errorText(error)}</p>;
  if (!data) return <Skeleton className="m-4 h-24" />;
  const names = [...new Set([...services, ...Object.keys(data.loggers), ...Object.keys(data.settings)])].sort();
  const change = (logger: string, choice: Choice) =>
    api(setLogLevel, { body: { logger, level: choice === 'default' ? null : choice } }).then(
      (next) => queries.setQueryData(query.queryKey, next),
      (failure: unknown) => toast.error(errorText(failure)),
    );
  const inherited = (name: string) => (name.includes('/') ? (data.settings[name.split('/')[0] ?? ''] ?? data.initial) : data.initial);
  const options = (name: string) => [
    { value: 'default' as const, label: `As ${name.includes('/') ? 'its service' : 'configured'} (${inherited(name)})` },
    ...levels.map((level) => ({ value: level, label: level })),
  ];
  return (
    <ul aria-label="Log levels" className="grid grid-cols-1 sm:grid-cols-2">
      {names.map((name) => (
        <li key={name} className="flex items-center gap-3 border-line border-b px-4 py-1 sm:odd:border-r">
          <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
          <Select<Choice>
            label={`Level of ${name}`}
            value={data.settings[name] ?? 'default'}
            options={options(name)}
            onChange={(choice) => void change(name, choice)}
            className="h-7 w-44 shrink-0 max-sm:w-40"
          />
        </li>
      ))}
    </ul>
  );
}
