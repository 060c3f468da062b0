import { Client, Connection } from '@temporalio/client';
import { DIGEST_SCHEDULE_ID, POST_WORKFLOW_ID } from '@totrinh/messages';
import { eventually } from '../house/eventually.ts';
import { theHouse } from '../house/house-address.ts';

describe('what a worker keeps going in Temporal', () => {
  let connection: Connection;
  let client: Client;
  beforeAll(async () => {
    const { temporalAddress: address, namespace } = theHouse();
    connection = await Connection.connect({ address });
    client = new Client({ connection, namespace });
  });
  afterAll(() => connection.close());

  test('letters of the day are begun at 08:00 of the office, every day, never twice at once', async () => {
    const { info, policies } = await eventually('the schedule stands', () => client.schedule.getHandle(DIGEST_SCHEDULE_ID).describe());
    expect(info.nextActionTimes.length).toBeGreaterThan(3);
    for (const at of info.nextActionTimes) expect(at.toISOString()).toMatch(/T01:00:00\.000Z$/);
    expect(policies.overlap).toBe('SKIP');
  });

  test('the round of letters runs, and a letter of the day can be begun at any time', async () => {
    const round = await eventually('the round runs', () => client.workflow.getHandle(POST_WORKFLOW_ID).describe());
    expect(round.status.name).toBe('RUNNING');
    await client.schedule.getHandle(DIGEST_SCHEDULE_ID).trigger();
    await eventually('it was begun and is done', async () => {
      const [last] = (await client.schedule.getHandle(DIGEST_SCHEDULE_ID).describe()).info.recentActions;
      return last?.action.type === 'startWorkflow' && (await client.workflow.getHandle(last.action.workflow.workflowId).describe()).status.name === 'COMPLETED';
    }, { withinMs: 30_000 });
  });
});
