/** What the address says is to be shown; the names are the API's. */
export type Asked = Partial<Record<'asOf' | 'from' | 'to' | 'kind' | 'leadUnit' | 'directing' | 'authority' | 'search', string>> & { state?: 'notYetSubmitted' | 'submitted' | 'completed' };

const NAMES = ['asOf', 'from', 'to', 'state', 'kind', 'leadUnit', 'directing', 'authority', 'search'] as const;
export type AskedName = (typeof NAMES)[number];

/** Reads the address; what is empty is left out. */
export function askedOf(address: URLSearchParams): Asked {
  return Object.fromEntries(NAMES.flatMap((name) => (address.get(name) ? [[name, address.get(name)]] : []))) as Asked;
}

/** The address of the spreadsheet of what is shown. */
export const sheetOf = (id: string, asked: Asked, lang: string): string => `/api/v1/programmes/${encodeURIComponent(id)}/report.xlsx?${new URLSearchParams({ ...asked, lang }).toString()}`;

/** The half-years and years around a day that reports are made for, the latest first: `{ from, to }` as days. */
export function periodsBefore(day: string): readonly { readonly from: string; readonly to: string; readonly half: 1 | 2 | null; readonly year: number }[] {
  const year = Number(day.slice(0, 4));
  const halves = [year, year - 1].flatMap((y) => [{ from: `${y}-07-01`, to: `${y}-12-31`, half: 2 as const, year: y }, { from: `${y}-01-01`, to: `${y}-06-30`, half: 1 as const, year: y }]);
  const years = [year, year - 1].map((y) => ({ from: `${y}-01-01`, to: `${y}-12-31`, half: null, year: y }));
  return [...halves, ...years].filter(({ from }) => from <= day);
}
