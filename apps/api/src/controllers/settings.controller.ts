import { Body, Controller, Inject, Param } from '@nestjs/common';
import { changeSetting } from '@totrinh/casework';
import { isSettingKey, OFFICE_SETTINGS } from '@totrinh/domain';
import { OPERATIONS } from '@totrinh/api-schema';
import type { SeenSetting } from '@totrinh/persistence';
import type { z } from 'zod';
import { actRequest, Asks, type Asking } from '../http/asking.ts';
import { Operate, type BodyOf, type ParamsOf } from '../http/operate.ts';
import { accepted, Refused } from '../http/refused.ts';
import { Office } from '../office.ts';

const { listSettings, readSettingHistory, changeSetting: changing } = OPERATIONS;
type Answer<S extends z.ZodType> = Promise<z.infer<S>>;

/** What the office has set for itself. */
@Controller()
export class SettingsController {
  readonly #office: Office;

  constructor(@Inject(Office) office: Office) {
    this.#office = office;
  }

  @Operate(listSettings)
  async list(@Asks() asking: Asking): Answer<(typeof listSettings.answers)[200]> {
    await this.#told(asking);
    return { items: (await this.#office.settings.all()).map((s) => ({ key: s.key, title: { ...OFFICE_SETTINGS[s.key].title }, usual: OFFICE_SETTINGS[s.key].usual, ...versionOf(s) })) };
  }

  @Operate(readSettingHistory)
  async history(@Asks() asking: Asking, @Param({ schema: readSettingHistory.params }) { key }: ParamsOf<typeof readSettingHistory>): Answer<(typeof readSettingHistory.answers)[200]> {
    await this.#told(asking);
    if (!isSettingKey(key)) throw new Refused('SETTING_NOT_FOUND', { key });
    return { items: (await this.#office.settings.history(key)).map(versionOf) };
  }

  @Operate(changing)
  async change(@Asks() asking: Asking, @Param({ schema: changing.params }) params: ParamsOf<typeof changing>, @Body({ schema: changing.body }) body: BodyOf<typeof changing>): Answer<(typeof changing.answers)[200]> {
    const { act, made } = accepted(await changeSetting(this.#office.desk, { key: params.key, ...body }, actRequest(asking, { params, body })));
    return { act, ...made };
  }

  async #told(asking: Asking): Promise<void> {
    if (!(await this.#office.settings.tells(this.#office.viewer(asking.person)))) throw new Refused('NOT_ALLOWED', { because: 'notOfOffice' });
  }
}

const versionOf = ({ value, version, by, at }: SeenSetting): { value: SeenSetting['value']; version: number; by: SeenSetting['by']; at: string | null } => ({ value, version, by, at: at?.toISOString() ?? null });
