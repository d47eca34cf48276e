'use client';
import { listSsoChoices } from '@autograph/contracts/sso.ts';
import { useQuery } from '@tanstack/react-query';
import { Building2 } from 'lucide-react';
import { Button } from '@/components/ui/button.tsx';
import { api } from '@/lib/api.ts';

/** Ways in through identity providers; the one of the domain that was typed stands out. */
export function SsoButtons({ email, next }: { email: string; next: string }) {
  const { data } = useQuery({ queryKey: ['sso-choices'], queryFn: () => api(listSsoChoices, {}), staleTime: 300_000 });
  const domain = email.includes('@') ? email.slice(email.lastIndexOf('@') + 1).toLowerCase() : '';
  return (data?.items ?? []).map(({ id, name, domains }) => (
    <Button key={id} asChild size="lg" look={domain !== '' && domains.includes(domain) ? 'primary' : 'outline'}>
      <a href={`/api/auth/sso/${id}/start?next=${encodeURIComponent(next)}`}>
        <Building2 /> Sign in with {name}
      </a>
    </Button>
  ));
}
