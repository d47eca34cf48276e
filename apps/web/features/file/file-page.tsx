'use client';
import { CodedError } from '@autograph/contracts';
import { FileLock2, FileX2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { Button } from '@/components/ui/button.tsx';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { useSession } from '@/features/auth/use-session.ts';
import { errorText } from '@/lib/api.ts';
import { FileSkeleton } from './file-skeleton.tsx';
import { useFile } from './use-file.ts';

/** The board and the text editors exist only in a browser. */
const OpenFile = dynamic(() => import('./open-file.tsx').then(({ OpenFile }) => OpenFile), { ssr: false, loading: () => <FileSkeleton /> });

export function FilePage({ id }: { id: string }) {
  const { user } = useSession();
  const { file, error } = useFile(id);
  if (error && !file) {
    const forbidden = error instanceof CodedError && error.status === 403;
    if (!(error instanceof CodedError && error.status === 401))
      return (
        <main className="grid min-h-dvh place-items-center">
          <EmptyState
            icon={forbidden ? <FileLock2 /> : <FileX2 />}
            title={forbidden ? 'This file is not shared with you' : 'This file did not open'}
            action={
              <Button asChild look="primary">
                <Link href="/">Go to your files</Link>
              </Button>
            }
          >
            {errorText(error)}
          </EmptyState>
        </main>
      );
  }
  if (!file || !user) return <FileSkeleton />;
  return <OpenFile file={file} user={user} />;
}
