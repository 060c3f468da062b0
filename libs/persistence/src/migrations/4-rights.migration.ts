import type { MigrationInterface, QueryRunner } from 'typeorm';

const APPEND_ONLY = ['act', 'event', 'event_private', 'decision', 'document', 'manifest', 'register_number', 'route_version', 'participant', 'idempotency_key'];
const CHANGING = ['dossier', 'step', 'task', 'task_candidate', 'rung', 'item', 'programme', 'register', 'register_series', 'unit', 'body', 'person', 'post', 'appointment', 'body_signer'];

/** What the application's role may do: never DDL, and no change of what is append-only. */
export class Rights1700000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant usage on schema totrinh to totrinh_app');
    await runner.query(`grant select, insert on ${APPEND_ONLY.map((t) => `totrinh.${t}`).join(', ')} to totrinh_app`);
    await runner.query(`grant select, insert, update on ${CHANGING.map((t) => `totrinh.${t}`).join(', ')} to totrinh_app`);
    await runner.query('grant select, insert, update, delete on totrinh.outbox to totrinh_app');
    await runner.query('grant usage on sequence totrinh.dossier_no to totrinh_app');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward');
  }
}
