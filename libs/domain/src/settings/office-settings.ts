import { z } from 'zod';
import { isAdministrator, type Actor } from '../case/actor.ts';
import { ok, refuse, type Result } from '../result.ts';

/**
 * What an office may set for itself, by key: what it may be, what holds until somebody sets it, and what it says on screen. Whatever is not safe by default is
 * off here until an administrator switches it on.
 */
export const OFFICE_SETTINGS = {
  'deadline.soon': {
    schema: z.int().min(0).max(30), usual: 2,
    title: { vi: 'Sắp đến hạn: còn nhiều nhất bao nhiêu ngày làm việc', en: 'Due soon: at most so many working days left' },
  },
  'outside.titles': {
    schema: z.boolean(), usual: false,
    title: { vi: 'Thư điện tử và webhook mang cả tên hồ sơ, không chỉ mã', en: 'E-mails and webhooks carry titles of dossiers, not codes alone' },
  },
  'ballots.phones': {
    schema: z.boolean(), usual: false,
    title: { vi: 'Cho bỏ phiếu trên điện thoại', en: 'Ballots may be cast on phones' },
  },
  'late.reassign': {
    schema: z.boolean(), usual: false,
    title: { vi: 'Quy định nhắc việc được thêm người xử lý hoặc chuyển xử lý khi quá hạn', en: 'Ladders may add candidates to late tasks or transfer them' },
  },
} as const satisfies Readonly<Record<string, { readonly schema: z.ZodType; readonly usual: unknown; readonly title: { readonly vi: string; readonly en: string } }>>;

export type SettingKey = keyof typeof OFFICE_SETTINGS;
export type SettingValue<K extends SettingKey = SettingKey> = z.infer<(typeof OFFICE_SETTINGS)[K]['schema']>;
export const SETTING_KEYS = Object.keys(OFFICE_SETTINGS) as SettingKey[];

export const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(OFFICE_SETTINGS, key);

/** The value that holds: what was set last, else (null) the usual one. Throws where the stored value is none that the key may have. */
export function settingValue<K extends SettingKey>(key: K, stored: { readonly value: unknown } | null): SettingValue<K> {
  const { schema, usual } = OFFICE_SETTINGS[key];
  return (stored === null ? usual : schema.parse(stored.value)) as SettingValue<K>;
}

/** A new value for a key, meant for the version that whoever changes it has seen (0: nobody has set it yet). */
export interface SettingChange { readonly key: string; readonly value: unknown; readonly version: number }

/**
 * Đổi thiết lập: by an administrator; `current` is the version that holds. Answers the key, the value as it is kept, and its version.
 * Errors: NOT_ALLOWED (because: notAdministrator), SETTING_NOT_FOUND, SETTING_INVALID, VERSION_MISMATCH (details: current).
 */
export function changeSetting({ key, value, version }: SettingChange, current: number, actor: Actor): Result<{ readonly key: SettingKey; readonly value: SettingValue; readonly version: number }> {
  if (!isAdministrator(actor)) return refuse('NOT_ALLOWED', { because: 'notAdministrator' });
  if (!isSettingKey(key)) return refuse('SETTING_NOT_FOUND', { key });
  const read = OFFICE_SETTINGS[key].schema.safeParse(value);
  if (!read.success) return refuse('SETTING_INVALID', { key });
  return version === current ? ok({ key, value: read.data, version: current + 1 }) : refuse('VERSION_MISMATCH', { current });
}
