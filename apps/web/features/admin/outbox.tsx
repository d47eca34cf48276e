'use client';
import { listOutbox, type OutboxMessage } from '@autograph/contracts/admin.ts';
import { useQuery } from '@tanstack/react-query';
import { ChevronRight, Copy, ExternalLink, MailOpen, Send } from 'lucide-react';
import { toast } from 'sonner';
import { Button } from '@/components/ui/button.tsx';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { api, errorText } from '@/lib/api.ts';
import { relativeTime } from '@/lib/relative-time.ts';
import { AdminPage } from './admin-page.tsx';

function Message({ message }: { message: OutboxMessage }) {
  const { link } = message;
  const copy = (text: string) =>
    navigator.clipboard.writeText(text).then(
      () => toast.success('The link is copied'),
      () => toast.error('The browser did not let us copy. Open the message and take it from there.'),
    );
  return (
    <li className="border-line border-b last:border-b-0">
      <details className="group">
        <summary className="flex cursor-default list-none items-center gap-3 px-4 py-3 hover:bg-hover [&::-webkit-details-marker]:hidden">
          <ChevronRight className="size-4 shrink-0 text-ink-faint transition-transform group-open:rotate-90" />
          <span className="min-w-0 flex-1">
            <span className="block truncate font-medium">{message.subject}</span>
            <span className="block truncate text-ink-faint">
              to {message.to} · <time dateTime={message.sent_at}>{relativeTime(Date.parse(message.sent_at))}</time>
            </span>
          </span>
        </summary>
        <div className="grid gap-3 px-4 pt-1 pb-4 pl-11">
          <pre className="overflow-x-auto whitespace-pre-wrap break-words rounded-lg bg-sunken p-4 font-sans">{message.text}</pre>
          {link ? (
            <div className="flex flex-wrap gap-2">
              <Button onClick={() => void copy(link)}>
                <Copy /> Copy the link
              </Button>
              <Button asChild look="quiet">
                <a href={link} target="_blank" rel="noreferrer">
                  <ExternalLink /> Open it
                </a>
              </Button>
            </div>
          ) : null}
        </div>
      </details>
    </li>
  );
}

function List() {
  const { data, error } = useQuery({ queryKey: ['admin-outbox'], queryFn: () => api(listOutbox, {}), refetchInterval: 10_000 });
  if (error) return <Notice look="danger">{errorText(error)}</Notice>;
  if (!data)
    return (
      <div className="grid gap-2" aria-busy>
        <Skeleton className="h-14" />
        <Skeleton className="h-14" />
      </div>
    );
  if (data.delivers)
    return (
      <EmptyState icon={<Send />} title="Mails are sent">
        A mail server is set, so nothing is kept here.
      </EmptyState>
    );
  if (data.items.length === 0)
    return (
      <EmptyState icon={<MailOpen />} title="No mails yet">
        Without a mail server (SMTP_URL), what would be sent is kept here, so that you can hand on its links.
      </EmptyState>
    );
  return (
    <ul aria-label="Mails" className="rounded-lg border border-line bg-surface">
      {data.items.map((message) => (
        <Message key={message.id} message={message} />
      ))}
    </ul>
  );
}

/** Mails that no server took: whoever runs an instance without one hands their links on. */
export function Outbox() {
  return (
    <AdminPage title="Administration" lead="Mails that were kept because no mail server is set. Hand their links on to whom they are for.">
      <List />
    </AdminPage>
  );
}
