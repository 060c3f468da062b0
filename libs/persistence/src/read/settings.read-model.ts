import { SETTING_KEYS, settingValue, type SettingKey, type SettingValue } from '@totrinh/domain';
import type { DataSource } from 'typeorm';
import { settingOf } from '../ledger/settings.ts';
import type { Row } from '../tx.ts';
import { reading, type Viewer } from './viewer.ts';

/** A setting as it holds: version 0 and nobody where the office has never set it. */
export interface SeenSetting { readonly key: SettingKey; readonly value: SettingValue; readonly version: number; readonly by: { readonly person: string; readonly name: string } | null; readonly at: Date | null }

type VersionRow = Row & Omit<SeenSetting, 'value'> & { readonly value: unknown };

const VERSIONS = `select s.key, s.version, s.value, s.at, case when p.id is not null then json_build_object('person', p.id, 'name', p.name) end as by from totrinh.office_setting s left join totrinh.person p on p.id = s.by_person`;

/** "What has the office set, when, and who did it?" */
export class SettingsReadModel {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    this.#source = source;
  }

  /** Whether somebody is told them: administrators, whoever works in the unit of one, and secretaries of bodies. */
  async tells(viewer: Viewer): Promise<boolean> {
    const held = (a: string): string => `${a}.valid_from <= $2::date and (${a}.valid_to is null or ${a}.valid_to > $2::date)`;
    return reading(this.#source, async (tx) => (await tx.read(
      `select 1 from totrinh.appointment a join totrinh.post p on p.id = a.post_id where a.person_id = $1 and ${held('a')} and (p.role in ('admin', 'secretary')
         or exists (select 1 from totrinh.post o join totrinh.appointment b on b.post_id = o.id where o.role = 'admin' and o.unit_id = p.unit_id and ${held('b')})) limit 1`, [viewer.person, viewer.day])).length > 0);
  }

  /** Every key of the catalogue, in its order. */
  all(): Promise<readonly SeenSetting[]> {
    return reading(this.#source, async (tx) => {
      const rows = await tx.read<VersionRow>(`${VERSIONS} where s.version = (select max(v.version) from totrinh.office_setting v where v.key = s.key)`);
      return SETTING_KEYS.map((key) => seen(key, rows.find((r) => r.key === key) ?? null));
    });
  }

  /** What holds for one key. */
  value<K extends SettingKey>(key: K): Promise<SettingValue<K>> {
    return reading(this.#source, (tx) => settingOf(tx, key));
  }

  /** The versions of a key, the latest first. */
  history(key: SettingKey): Promise<readonly SeenSetting[]> {
    return reading(this.#source, async (tx) => (await tx.read<VersionRow>(`${VERSIONS} where s.key = $1 order by s.version desc`, [key])).map((row) => seen(key, row)));
  }
}

function seen(key: SettingKey, row: VersionRow | null): SeenSetting {
  return { key, value: settingValue(key, row), version: row?.version ?? 0, by: row?.by ?? null, at: row?.at ?? null };
}
