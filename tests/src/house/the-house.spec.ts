import { Client } from 'pg';
import { theHouse } from './house-address.ts';

describe('the house of a test run', () => {
  test('lets nobody read without signing in', async () => {
    const answer = await fetch(`${theHouse().apiUrl}/api/v1/tasks`);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });

  test('has a sign-in that its API trusts', async () => {
    const answer = await fetch(`${theHouse().issuer}/.well-known/openid-configuration`);
    expect(await answer.json()).toMatchObject({ issuer: theHouse().issuer });
  });

  test('gives the application a role that owns no table', async () => {
    const client = new Client({ connectionString: theHouse().dbUrl });
    await client.connect();
    const owned = await client.query(`select tablename from pg_tables where schemaname = 'totrinh' and tableowner = current_user`);
    await client.end();
    expect(owned.rows).toEqual([]);
  });
});
