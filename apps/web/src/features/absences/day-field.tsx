import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { JSX } from 'react';

const WRITTEN = 'YYYY-MM-DD';

/** A day as 13/7/2022, from `first` on. */
export const DayField = ({ id, value, first, onChange }: { readonly id: string; readonly value: string; readonly first: string; readonly onChange: (day: string) => void }): JSX.Element => (
  <DatePicker id={id} format="D/M/YYYY" placeholder="D/M/YYYY" value={value === '' ? null : dayjs(value, WRITTEN)} minDate={dayjs(first, WRITTEN)} defaultPickerValue={dayjs(first, WRITTEN)} onChange={(next) => onChange(next?.format(WRITTEN) ?? '')} />
);
