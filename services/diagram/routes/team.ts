import { accessChannel, CodedError, fileTeam, moveToTeam } from '@autograph/contracts';
import { files, teams } from '@autograph/database';
import { eq } from '@autograph/database/query.ts';
import { canInTeam, type Identity, implement, type Kit, teamRoleOf } from '@autograph/service-kit';
import type { FastifyInstance } from 'fastify';
import { openFile } from '../file-row.ts';

/** Throws `forbidden` when someone may not add files to a team, or there is no such team. */
async function requireAdding({ db }: Kit, teamId: string, identity: Identity): Promise<void> {
  const exists = (await db.$count(teams, eq(teams.id, teamId))) > 0;
  if (exists && canInTeam(identity, 'team.add_file', await teamRoleOf(db, teamId, identity.user_id))) return;
  throw new CodedError('forbidden', { message: 'You may not add files to this team.' });
}

/** Files that belong to teams: their members have them by their roles there. */
export function serveFileTeam(app: FastifyInstance, kit: Kit): void {
  implement(app, fileTeam, async ({ params, identity }) => {
    const { row } = await openFile(kit.db, params.id, identity, 'file.read');
    const [team] = await kit.db
      .select({ id: teams.id, name: teams.name })
      .from(teams)
      .innerJoin(files, eq(files.teamId, teams.id))
      .where(eq(files.id, row.id));
    return { team_id: team?.id ?? null, name: team?.name ?? null };
  });

  implement(app, moveToTeam, async ({ params, body: { team_id }, identity }) => {
    const { row } = await openFile(kit.db, params.id, identity, 'file.share');
    if (team_id !== null) await requireAdding(kit, team_id, identity);
    await kit.db.update(files).set({ teamId: team_id, updatedAt: row.updatedAt }).where(eq(files.id, row.id));
    await kit.pubsub.publish(accessChannel(row.id), '');
    return { team_id };
  });
}
