'use client';
import { listUsers } from '@autograph/contracts/admin.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { UserSearch } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { SearchInput } from '@/components/ui/search-input.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { api, errorText } from '@/lib/api.ts';
import { useDebounced } from '@/lib/use-debounced.ts';
import { AdminPage } from './admin-page.tsx';
import { UserRow } from './user-row.tsx';

const perPage = 50;

function List() {
  const [words, setWords] = useState('');
  const [page, setPage] = useState(1);
  const q = useDebounced(words.trim(), 200);
  const { data, error } = useQuery({
    queryKey: ['admin-users', q, page],
    queryFn: () => api(listUsers, { query: { page, per_page: perPage, ...(q ? { q } : {}) } }),
    placeholderData: keepPreviousData,
  });
  const pages = Math.max(1, Math.ceil((data?.total ?? 0) / perPage));
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <SearchInput
          label="Search users"
          value={words}
          onChange={(next) => {
            setWords(next);
            setPage(1);
          }}
          className="max-w-72"
        />
        <span className="text-ink-faint tabular-nums" aria-live="polite">
          {data ? `${data.total} ${data.total === 1 ? 'account' : 'accounts'}` : ''}
        </span>
      </div>
      {error ? <Notice look="danger">{errorText(error)}</Notice> : null}
      {!data && !error ? (
        <div className="grid gap-2" aria-busy>
          <Skeleton className="h-14" />
          <Skeleton className="h-14" />
          <Skeleton className="h-14" />
        </div>
      ) : null}
      {data?.items.length === 0 ? (
        <EmptyState icon={<UserSearch />} title="Nobody is called that">
          Look for a part of a name or of an e-mail address.
        </EmptyState>
      ) : null}
      {data && data.items.length > 0 ? (
        <ul aria-label="Users" className="rounded-lg border border-line bg-surface">
          {data.items.map((user) => (
            <UserRow key={user.id} user={user} />
          ))}
        </ul>
      ) : null}
      {pages > 1 ? (
        <div className="mt-4 flex items-center gap-2">
          <Button disabled={page === 1} onClick={() => setPage(page - 1)}>
            Previous
          </Button>
          <span className="text-ink-soft tabular-nums">
            {page} of {pages}
          </span>
          <Button disabled={page >= pages} onClick={() => setPage(page + 1)}>
            Next
          </Button>
        </div>
      ) : null}
    </>
  );
}

/** Everybody who has an account, and what may be done about them. */
export function Users() {
  return (
    <AdminPage title="Administration" lead="Everybody who has an account here.">
      <List />
    </AdminPage>
  );
}
