import { declareMail, deliverDue, DELIVERY_LIMITS, registerEndpoint, setPreferences, tell, type Couriers, type Delivered } from '@totrinh/casework';
import { USUAL_PREFERENCES, type EndpointCommand, type NoticeKind, type NoticePreferences } from '@totrinh/domain';
import { DeliveriesReadModel, type NewNotice } from '@totrinh/persistence';
import { AddressGuard, createMailer, createWebhookCaller, freshWebhookSecret } from '@totrinh/platform';
import { v7 } from 'uuid';
import { LedgerDossier } from '../house/ledger-dossier.ts';
import { LedgerHouse, must } from '../house/ledger-house.ts';
import { MailServer } from './mail-server.ts';

export const PUBLIC_URL = 'https://to-trinh.example';
/** Patience of these tests with whoever does not answer, ms. */
const PATIENCE_MS = 300;

export interface DeliveryRow { readonly effect_key: string; readonly channel: string; readonly person_id: string | null; readonly state: string; readonly attempts: number; readonly possible_double: boolean; readonly last_error: string | null; readonly sent_at: Date | null; readonly in_ms: number }

/** A ledger whose people have addresses, a real mail server, and the couriers of a worker; `round` is one of its rounds. */
export class PostHouse {
  readonly ledger: LedgerHouse;
  readonly mail: MailServer;
  readonly deliveries: DeliveriesReadModel;
  couriers: Couriers;
  #keys = 0;

  private constructor(ledger: LedgerHouse, mail: MailServer) {
    this.ledger = ledger;
    this.mail = mail;
    this.deliveries = new DeliveriesReadModel(ledger.source);
    this.couriers = this.worker();
  }

  static async open(): Promise<PostHouse> {
    const ledger = await LedgerHouse.open();
    const house = new PostHouse(ledger, await MailServer.open());
    await ledger.look(`update totrinh.person set email = id || '@mau.invalid' where id <> 'vptu-th'`);
    await declareMail(ledger.desk, true);
    return house;
  }

  async close(): Promise<void> {
    await this.mail.down();
    await this.ledger.close();
  }

  /** The couriers of a worker that may call these hosts beside the public network. */
  worker(allowed: readonly string[] = ['127.0.0.1']): Couriers {
    return {
      mail: createMailer({ smtpUrl: this.mail.url, from: 'Tờ Trình <to-trinh@mau.invalid>' }, { wordMs: PATIENCE_MS, letterMs: 4 * PATIENCE_MS }),
      webhook: createWebhookCaller(new AddressGuard(allowed), PATIENCE_MS), publicUrl: PUBLIC_URL,
    };
  }

  dossier(): Promise<LedgerDossier> {
    return LedgerDossier.open(this.ledger);
  }

  /** Tells each of these people one thing; answers the effect keys. */
  async tell(people: readonly string[], given: Partial<NewNotice> & { readonly dossier: string | null }, kind: NoticeKind = 'reminded'): Promise<string[]> {
    const keys = people.map(() => `test ${++this.#keys}`);
    const notices = people.map((person, i) => ({ id: v7(), person, kind, effectKey: keys[i]!, at: this.ledger.clock.now(), data: { reminders: 1 }, ...given }));
    await this.ledger.desk.transact((tx) => Promise.resolve(tell(tx, notices)));
    return keys;
  }

  round(couriers: Couriers = this.couriers, signal: AbortSignal = new AbortController().signal): Promise<Delivered> {
    return deliverDue(this.ledger.desk, couriers, signal, { ...DELIVERY_LIMITS, closedMs: 60_000 });
  }

  /** Time passes for what waits: leases end and every try is due. */
  async later(): Promise<void> {
    await this.ledger.look(`update totrinh.delivery set next_try = now() - interval '1 second' where state in ('waiting', 'sending')`);
  }

  /** Rounds until nothing waits any more, at most so many. */
  async rounds(most = 12): Promise<void> {
    for (let i = 0; i < most && (await this.count(`state in ('waiting', 'sending')`)) > 0; i++) {
      await this.later();
      await this.round();
    }
  }

  rows(where = 'true'): Promise<DeliveryRow[]> {
    return this.ledger.look<DeliveryRow>(`select *, (extract(epoch from next_try - now()) * 1000)::float as in_ms from totrinh.delivery where ${where} order by at, effect_key`);
  }

  async count(where: string): Promise<number> {
    return (await this.ledger.look<{ n: number }>(`select count(*)::int as n from totrinh.delivery where ${where}`))[0]!.n;
  }

  /** Begins with nothing sent, a mail server that works, no endpoints. */
  async clear(): Promise<void> {
    await this.ledger.look(`truncate totrinh.delivery`);
    await this.ledger.look(`delete from totrinh.notice; delete from totrinh.webhook_endpoint; delete from totrinh.notice_preference`);
    this.mail.taken.length = this.mail.arrived.length = 0;
    this.mail.fault = 'none';
    this.mail.unknown = [];
  }

  async prefers(person: string, wanted: Partial<NoticePreferences>): Promise<void> {
    must(await setPreferences(this.ledger.desk, { ...USUAL_PREFERENCES, ...wanted }, this.ledger.request(person)));
  }

  /** Registers an endpoint as the administrator; answers its id and secret. */
  async endpoint(command: Partial<EndpointCommand> & { readonly url: string }): Promise<{ id: string; secret: string }> {
    const guard = new AddressGuard(['127.0.0.1']);
    const outside = { refusedBecause: async (url: string) => { const judged = await guard.judge(url); return judged.ok ? null : judged.because; }, freshSecret: freshWebhookSecret };
    const { made, secret } = must(await registerEndpoint(this.ledger.desk, { name: `hook ${++this.#keys}`, kinds: null, withTitles: false, ...command }, outside, this.ledger.request('quan-tri')));
    return { id: made.endpoint, secret: secret ?? '' };
  }
}
