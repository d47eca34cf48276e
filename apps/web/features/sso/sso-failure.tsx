'use client';
import { type ErrorCode, errorCodes } from '@autograph/contracts/errors.ts';
import { useSearchParams } from 'next/navigation';
import { Notice } from '@/components/ui/notice.tsx';

const isErrorCode = (code: string): code is ErrorCode => code in errorCodes;

/** Why a sign-in through an identity provider did not work, and what to do. */
export function SsoFailure() {
  const code = useSearchParams().get('sso_error');
  if (code === null) return null;
  const { message, action } = errorCodes[isErrorCode(code) ? code : 'sso_refused'];
  return (
    <Notice look="danger">
      {message} {action}
    </Notice>
  );
}
