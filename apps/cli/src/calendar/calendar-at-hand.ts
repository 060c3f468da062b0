import type { components } from '@totrinh/api-client';
import { problemOf } from '@totrinh/api-schema';
import { BASE_CALENDAR, calendarOf, daysOfYear, reckonSpan, spanWords, type AskedSpan, type SpecialDay } from '@totrinh/domain';
import { shippedCalendar } from '@totrinh/persistence';
import { StartError } from '@totrinh/platform';
import { givenPath } from '../demo/given-file.ts';
import { officeOf } from '../demo/in-house.ts';
import { told } from '../demo/office.ts';
import { findHouse } from '../house/house-file.ts';

export type Due = components['schemas']['CalendarDue'];

/** A year as it holds: the versions of the calendars, the week, and the special days. */
export interface HeldYear { readonly key: string; readonly week: readonly boolean[]; readonly days: readonly SpecialDay[]; readonly workingDays: readonly number[]; readonly beyond: boolean }

/** Where answers come from: the house that runs, or the calendar that comes with the system. */
export interface CalendarAtHand {
  readonly source: 'house' | 'shipped';
  due(asked: AskedSpan): Promise<Due>;
  year(year: number): Promise<HeldYear>;
}

export interface HouseOptions { readonly data: string; readonly as: string; readonly calendar: string }

/** The calendar of the house that runs on the data folder; where none runs, the shipped one. Throws StartError for an office's calendar without a house. */
export function calendarAtHand({ data, as, calendar: id }: HouseOptions): CalendarAtHand {
  if (findHouse(givenPath(data)) === undefined) return shipped(id, data);
  const api = officeOf(givenPath(data)).as(as);
  const params = { path: { id } };
  return {
    source: 'house',
    due: async ({ before, ...asked }) => told(await api.GET('/api/v1/calendars/{id}/due', { params: { ...params, query: { ...asked, before: before === true ? 'true' : 'false' } } })),
    year: async (year) => {
      const { key, week, year: held } = told(await api.GET('/api/v1/calendars/{id}', { params: { ...params, query: { year } } }));
      return { key, week, ...held };
    },
  };
}

function shipped(id: string, data: string): CalendarAtHand {
  if (id !== BASE_CALENDAR) throw new StartError({ vi: `Lịch riêng “${id}” chỉ có khi hệ thống đang chạy trên ${data}: chạy "npm start" ở một cửa sổ khác`, en: `the calendar of “${id}” is known only while a house runs on ${data}: run "npm start" in another terminal` });
  const calendar = calendarOf([{ id: BASE_CALENDAR, version: 1, content: shippedCalendar() }]);
  return {
    source: 'shipped',
    due: (asked) => {
      const answer = reckonSpan(calendar, asked);
      if (!answer.ok) {
        const { detail, detailEn } = problemOf(answer.error, '');
        throw new StartError({ vi: detail, en: detailEn });
      }
      const { end, at, days, ...rest } = answer.value;
      return Promise.resolve({ ...rest, due: end, at: at.toISOString(), days: [...days], why: spanWords(answer.value) });
    },
    year: (year) => Promise.resolve({ key: calendar.key, week: calendar.week, ...daysOfYear(calendar, year) }),
  };
}
