import pg from 'pg';

const LOCK = 7_460_003;

export const OWNER = 'rightplace_owner';
export const APP_ROLE = 'rightplace_app';
/** What a provider's session does in the database it does as this role, which the application takes on for it. */
export const PORTAL_ROLE = 'rightplace_portal';

/**
 * Makes what migrations then rely on: an owner who is no superuser, the application's own login, and a database.
 * Safe to repeat and to do twice at once. (Migrations make the roles themselves on a server that is not ours.)
 */
export const ensureRolesAndDatabase = async (superuser: pg.ClientConfig, database: string): Promise<void> => {
  const admin = new pg.Client(superuser);
  admin.on('error', () => {});
  await admin.connect();
  try {
    await admin.query(`select pg_advisory_lock(${LOCK})`);
    const roles = await admin.query<{ name: string }>('select rolname as name from pg_roles');
    const has = new Set(roles.rows.map(({ name }) => name));
    if (!has.has(OWNER)) await admin.query(`create role ${OWNER} login`);
    for (const role of [APP_ROLE, PORTAL_ROLE, 'rightplace_operator', 'rightplace_auditor']) {
      if (!has.has(role)) await admin.query(`create role ${role} ${role === APP_ROLE ? 'login' : 'nologin'}`);
    }
    await admin.query(
      `grant ${APP_ROLE}, ${PORTAL_ROLE}, rightplace_operator, rightplace_auditor to ${OWNER}`,
    );
    // Becomes it and does not inherit it: what binds providers binds nobody else.
    await admin.query(`alter role ${APP_ROLE} noinherit`);
    await admin.query(`grant ${PORTAL_ROLE} to ${APP_ROLE}`);
    const found = await admin.query('select from pg_database where datname = $1', [database]);
    if (found.rowCount === 0)
      await admin.query(`create database ${pg.escapeIdentifier(database)} owner ${OWNER}`);
  } finally {
    await admin.end();
  }
};
