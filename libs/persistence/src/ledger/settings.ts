import { settingValue, type SettingKey, type SettingValue } from '@totrinh/domain';
import type { Row, Tx } from '../tx.ts';

type ValueRow = Row & { readonly value: unknown };

/** What the office has set for a key, else what holds without: read in the transaction that acts on it. */
export async function settingOf<K extends SettingKey>(tx: Tx, key: K): Promise<SettingValue<K>> {
  const rows = await tx.read<ValueRow>('select value from totrinh.office_setting where key = $1 order by version desc limit 1', [key]);
  return settingValue(key, rows[0] ?? null);
}

/** The version of a key that holds (0: nobody has set it); whoever else changes it waits. */
export async function lockSetting(tx: Tx, key: string): Promise<number> {
  await tx.read('select pg_advisory_xact_lock(hashtextextended($1, 8))', [key]);
  const rows = await tx.read<Row & { version: number }>('select coalesce(max(version), 0) as version from totrinh.office_setting where key = $1', [key]);
  return rows[0]?.version ?? 0;
}

export interface NewSetting { readonly key: SettingKey; readonly version: number; readonly value: SettingValue; readonly by: string; readonly act: string; readonly at: Date }

export function insertSetting(tx: Tx, s: NewSetting): void {
  tx.write('insert into totrinh.office_setting (key, version, value, by_person, act_id, at) values ($1, $2::int, $3::jsonb, $4, $5::uuid, $6::timestamptz)', [s.key, s.version, JSON.stringify(s.value), s.by, s.act, s.at]);
}
