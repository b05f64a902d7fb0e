import pg from 'pg';
import type { TestDatabase } from './test-database.ts';

/** For saboteurs: does to a test's database what only somebody who can do anything to it could. */
export const asSuperuser = async ({ superuser }: TestDatabase, statement: string): Promise<void> => {
  const client = new pg.Client(superuser);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};
