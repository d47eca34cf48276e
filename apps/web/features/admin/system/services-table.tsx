import type { SystemState } from '@autograph/contracts/system.ts';
import { cn } from '@/lib/cn.ts';
import { HealthDot } from './health-dot.tsx';

const milliseconds = (value: number | null) => (value === null ? '–' : value < 10 ? value.toFixed(1) : String(Math.round(value)));

/** Those that give way on a small screen are `wide`. */
const columns = [
  { name: 'Requests', wide: true, of: (row: SystemState['services'][number]) => row.requests.toLocaleString('en') },
  { name: 'p50 ms', wide: false, of: (row: SystemState['services'][number]) => milliseconds(row.p50_ms) },
  { name: 'p95 ms', wide: false, of: (row: SystemState['services'][number]) => milliseconds(row.p95_ms) },
  { name: 'p99 ms', wide: false, of: (row: SystemState['services'][number]) => milliseconds(row.p99_ms) },
  { name: 'Probe ms', wide: true, of: (row: SystemState['services'][number]) => milliseconds(row.probe_ms) },
] as const;

/** Every service: whether it is well, and how quickly it answers. */
export function ServicesTable({ services }: { services: SystemState['services'] }) {
  return (
    <div className="scroll-quiet overflow-x-auto">
      <table className="w-full text-left tabular-nums">
        <thead>
          <tr className="border-line border-b text-ink-faint text-xs">
            <th scope="col" className="px-4 py-2 font-medium">
              Service
            </th>
            <th scope="col" className="px-2 py-2 font-medium">
              Health
            </th>
            {columns.map(({ name, wide }) => (
              <th
                key={name}
                scope="col"
                className={cn('whitespace-nowrap px-2 py-2 text-right font-medium last:pr-4', wide && 'max-sm:hidden')}
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {services.map((service) => (
            <tr key={service.name} className="border-line border-b last:border-b-0">
              <th scope="row" className="whitespace-nowrap px-4 py-1.5 font-medium">
                {service.name}
              </th>
              <td className="whitespace-nowrap px-2 py-1.5">
                <HealthDot status={service.status} />
              </td>
              {columns.map(({ name, wide, of }) => (
                <td key={name} className={cn('px-2 py-1.5 text-right text-ink-soft last:pr-4', wide && 'max-sm:hidden')}>
                  {of(service)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
