import { randomUUID } from 'node:crypto';
import { lifecycleWorkflowId } from '@totrinh/messages';
import { FakeLedger, STORY } from './fake-ledger.ts';
import { liveDossier, type History } from './lives.ts';
import { onTemporal } from './on-temporal.ts';
import { quietTemporal } from './quiet-temporal.ts';

quietTemporal();

/** Every text in a history, payloads as they can be read. */
function textsOf(history: History): string {
  return JSON.stringify(JSON.parse(JSON.stringify(history)), (key, value: unknown) => (key === 'data' && typeof value === 'string' ? Buffer.from(value, 'base64').toString('utf8') : value));
}

describe("what Temporal's own screens show of a dossier", () => {
  test('each move names the place that it left and the phase, by codes', async () => {
    const { history } = await liveDossier(randomUUID());
    const summaries = (history.events ?? []).flatMap((e) => (e.markerRecordedEventAttributes ? [Buffer.from(e.userMetadata?.summary?.data ?? []).toString('utf8')] : []));
    expect(summaries.map((s) => JSON.parse(s) as string)).toEqual([
      'bat-dau', 'soan-thao · soan-thao', 'duyet-noi-dung · soan-thao', 'soan-thao · soan-thao', 'duyet-noi-dung · soan-thao', 'lay-y-kien · lay-y-kien', 'tiep-thu · soan-thao',
      'tham-dinh · tham-dinh', 'tham-dinh · tham-dinh', 'cho-y-kien · trinh', 'thong-qua · quyet-dinh', 'ky · quyet-dinh', 'ban-hanh · ban-hanh',
    ]);
  });

  test('no name, no reason and no title reaches Temporal', async () => {
    const { history, ledger } = await liveDossier(randomUUID());
    const texts = textsOf(history);
    expect(texts).toContain('soan-thao');
    const secrets = ledger.dossier.facts.flatMap((f) => Object.values(f.secret ?? {}));
    expect(secrets).toContain('MẪU: bổ sung số liệu');
    const private_ = [...secrets, ...ledger.dossier.directory.people(), ledger.dossier.case.item ?? '-'];
    expect(private_.filter((words) => texts.includes(words))).toEqual([]);
  });

  test('the current details tell the phase, the open steps and the way so far', async () => {
    const ledger = new FakeLedger();
    const id = randomUUID();
    const details = await onTemporal(ledger.activities, async ({ client, call }) => {
      await call(id, ledger.version);
      for (const { act } of STORY.slice(0, 3)) {
        act(ledger.dossier);
        await call(id, ledger.version);
      }
      const handle = client.workflow.getHandle(lifecycleWorkflowId(id));
      const metadata = await handle.query<{ currentDetails?: string }>('__temporal_workflow_metadata');
      await handle.terminate('the test is over');
      return metadata.currentDetails;
    });
    expect(details).toBe('**soan-thao** · tiep-thu\n\nsoan-thao → completed (1)\n\nduyet-noi-dung → approved (1)\n\nlay-y-kien → completed (1)');
  });
});
