import type { Metadata } from 'next';
import { SignUp } from '@/features/auth/sign-up.tsx';

export const metadata: Metadata = { title: 'Create an account' };

export default function SignUpPage() {
  return <SignUp />;
}
