import { listSsoProviders } from '@autograph/contracts/sso.ts';
import { api } from '@/lib/api.ts';

export const providersQuery = { queryKey: ['admin-sso'], queryFn: () => api(listSsoProviders, {}) };
