import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { JSX } from 'react';

const WRITTEN = 'YYYY-MM-DD';

/** A day, shown as 13/7/2022; `from`: the first that may be chosen. */
export function DayInput({ id, value, from, disabled = false, clearable = false, onChange }: { readonly id: string; readonly value: string; readonly from: string; readonly disabled?: boolean; readonly clearable?: boolean; readonly onChange: (day: string) => void }): JSX.Element {
  return <DatePicker id={id} className="compose-day" format="D/M/YYYY" value={value === '' ? null : dayjs(value, WRITTEN)} {...(from === '' ? {} : { minDate: dayjs(from, WRITTEN), defaultPickerValue: dayjs(value === '' ? from : value, WRITTEN) })} disabled={disabled} allowClear={clearable} onChange={(day) => onChange(day?.format(WRITTEN) ?? '')} />;
}
