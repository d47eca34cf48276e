'use client';
import { getDependencies, getSystem } from '@autograph/contracts/system.ts';
import { useQuery } from '@tanstack/react-query';
import { Card } from '@/components/ui/card.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { api, errorText } from '@/lib/api.ts';
import { AdminPage } from '../admin-page.tsx';
import { DependencyGraph } from './dependency-graph.tsx';
import { FeatureFlags } from './feature-flags.tsx';
import { LogLevels } from './log-levels.tsx';
import { OpenAlerts } from './open-alerts.tsx';
import { Queues } from './queues.tsx';
import { ServicesTable } from './services-table.tsx';
import { Storage } from './storage.tsx';

const lookEvery = 10_000;

function Loaded() {
  const system = useQuery({ queryKey: ['admin-system'], queryFn: () => api(getSystem, {}), refetchInterval: lookEvery });
  const graph = useQuery({ queryKey: ['admin-dependencies'], queryFn: () => api(getDependencies, {}), refetchInterval: lookEvery });
  const error = system.error ?? graph.error;
  if (error) return <Notice look="danger">{errorText(error)}</Notice>;
  if (!system.data || !graph.data) return <Skeleton className="h-72" />;
  const { services, queues, storage, alerts } = system.data;
  return (
    <>
      <OpenAlerts alerts={alerts} />
      <Card title="Services">
        <ServicesTable services={services} />
      </Card>
      <Card title="Dependencies">
        <DependencyGraph graph={graph.data} />
      </Card>
      <div className="grid gap-x-6 md:grid-cols-2">
        <Card title="Background work">
          <Queues queues={queues} />
        </Card>
        <Card title="Storage">
          <Storage storage={storage} />
        </Card>
      </div>
      <Card title="Features" lead="A share of all accounts, the same ones each time; more of them as it grows.">
        <FeatureFlags />
      </Card>
      <Card title="Log levels" lead="Changes count at once, in every process.">
        <LogLevels services={services.map(({ name }) => name)} />
      </Card>
    </>
  );
}

/** How the installation does, and what may be turned while it runs. */
export function System() {
  return (
    <AdminPage title="Administration" lead="How everything does, and what can be turned while it runs.">
      <Loaded />
    </AdminPage>
  );
}
