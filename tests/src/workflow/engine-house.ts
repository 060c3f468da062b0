import { createCaseActivities, createClockActivities, createEffectActivities } from '@totrinh/activities';
import { create } from '@totrinh/casework';
import type { CaseActivities, ClockActivities, EffectActivities } from '@totrinh/messages';
import { LedgerDossier } from '../house/ledger-dossier.ts';
import { LedgerHouse, must } from '../house/ledger-house.ts';
import { ENGINE_ROUTES } from './engine-route.ts';
import { HookServer } from './hook-server.ts';

export type Activities = CaseActivities & ClockActivities & EffectActivities;

/** A ledger on a PostgreSQL of its own with routes whose steps go on by themselves, and the other system that they call. */
export class EngineHouse {
  readonly ledger: LedgerHouse;
  readonly hook: HookServer;
  /** What the worker serves; `so-hoa` is the other system. */
  readonly activities: Activities;

  private constructor(ledger: LedgerHouse, hook: HookServer) {
    this.ledger = ledger;
    this.hook = hook;
    const { desk } = ledger;
    this.activities = { ...createCaseActivities({ desk, notifyMoved: () => undefined }), ...createClockActivities({ desk, clockSpeed: 1 }), ...createEffectActivities({ desk, hooks: { 'so-hoa': hook.url } }) };
  }

  static async open(): Promise<EngineHouse> {
    const ledger = await LedgerHouse.open();
    for (const route of ENGINE_ROUTES) await ledger.publish(route);
    return new EngineHouse(ledger, await HookServer.open());
  }

  async close(): Promise<void> {
    await this.hook.close();
    await this.ledger.close();
  }

  /** A dossier in BTCTU's drafter's hands that nothing has moved yet. */
  async dossier(route: string): Promise<LedgerDossier> {
    const item = await this.ledger.item();
    const { dossier } = must(await create(this.ledger.desk, { route, version: null, item, title: null, dueOn: null }, this.ledger.request('btctu-cv')));
    return new LedgerDossier(this.ledger, dossier, 'btctu-cv');
  }

  /** Where a dossier stands once nothing calls for a move any more: open steps in order; undefined while it moves. */
  async restsAt(d: LedgerDossier): Promise<string[] | undefined> {
    const { case: c } = await d.load();
    const called = await this.ledger.look('select 1 from totrinh.outbox where dossier_id = $1', [d.id]);
    return c.pending.length > 0 || called.length > 0 ? undefined : c.steps.filter((s) => s.state === 'open').map((s) => s.path).sort();
  }

  /** Types of a dossier's events, in order. */
  async events(d: LedgerDossier): Promise<string[]> {
    return (await this.ledger.look<{ type: string }>('select type from totrinh.event where dossier_id = $1 order by seq', [d.id])).map((e) => e.type);
  }

  /** Who was told by a notice step, each with how often. */
  async told(d: LedgerDossier): Promise<Record<string, number>> {
    const rows = await this.ledger.look<{ person: string; n: number }>(`select person_id as person, count(*)::int as n from totrinh.notice where dossier_id = $1 and kind = 'notify' group by 1 order by 1`, [d.id]);
    return Object.fromEntries(rows.map((r) => [r.person, r.n]));
  }
}
