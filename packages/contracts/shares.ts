import { z } from 'zod';
import { defineRoute } from './route.ts';

export const SharePermission = z.enum(['view', 'edit']).describe('Read it, or change it too');
export type SharePermission = z.infer<typeof SharePermission>;

/** Access to a file that its owner gave to another person. */
export const Share = z.object({
  id: z.uuid(),
  user: z.object({ id: z.string(), name: z.string(), email: z.string() }),
  permission: SharePermission,
  created_at: z.iso.datetime(),
});
export type Share = z.infer<typeof Share>;

const file = z.object({ id: z.string().min(1).max(64) });
const shareOfFile = file.extend({ share_id: z.string().min(1).max(64) });

export const listShares = defineRoute({
  service: 'diagram',
  method: 'GET',
  path: '/api/diagrams/:id/shares',
  summary: 'The people whom a file is shared with. For its owner.',
  params: file,
  responses: { 200: z.object({ items: z.array(Share) }) },
  errors: ['unauthenticated', 'forbidden', 'not_found'],
});

export const shareDiagram = defineRoute({
  service: 'diagram',
  method: 'POST',
  path: '/api/diagrams/:id/shares',
  summary: 'Share a file with the account of an e-mail address; a second time changes what that person may do.',
  params: file,
  body: z.object({ email: z.email('Enter an e-mail address.').max(254), permission: SharePermission }),
  responses: { 201: Share },
  errors: ['validation_failed', 'unauthenticated', 'forbidden', 'not_found', 'account_not_found'],
});

export const updateShare = defineRoute({
  service: 'diagram',
  method: 'PATCH',
  path: '/api/diagrams/:id/shares/:share_id',
  summary: 'Change what a person may do with a file.',
  params: shareOfFile,
  body: z.object({ permission: SharePermission }),
  responses: { 200: Share },
  errors: ['validation_failed', 'unauthenticated', 'forbidden', 'not_found'],
});

export const removeShare = defineRoute({
  service: 'diagram',
  method: 'DELETE',
  path: '/api/diagrams/:id/shares/:share_id',
  summary: 'Take a file back from a person; who has it open loses it at once.',
  params: shareOfFile,
  responses: { 200: z.object({ id: z.string() }) },
  errors: ['unauthenticated', 'forbidden', 'not_found'],
});
