import { SETTING_KEYS } from '@totrinh/domain';
import { z } from 'zod';
import { bilingual, instant, personRef, uuid } from './basics.ts';

const value = z.union([z.boolean(), z.int()]);
const version = z.int().min(0).meta({ description: '0: nobody has set it, and the usual value holds' });

/** A setting of the office as it holds, and what it is without anybody’s doing. */
export const settingShape = z.object({ key: z.enum(SETTING_KEYS), title: bilingual, value, usual: value, version, by: personRef.nullable(), at: instant.nullable() }).meta({ id: 'Setting' });
export const settingsShape = z.object({ items: z.array(settingShape) }).meta({ id: 'Settings' });
export const settingHistoryShape = z.object({ items: z.array(z.object({ value, version, by: personRef.nullable(), at: instant.nullable() })) }).meta({ id: 'SettingHistory' });
export const settingParams = z.strictObject({ key: z.string().min(1).max(100) });
export const settingBody = z.strictObject({ value, version: version.meta({ description: 'The version that was looked at; another one since then is refused' }) }).meta({ id: 'SettingRequest' });
export const settingAnswerShape = z.object({ act: uuid, key: z.string(), version: z.int() }).meta({ id: 'SettingAnswer' });
