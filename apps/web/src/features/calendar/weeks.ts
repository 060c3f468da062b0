/** The weeks of a month from Monday to Sunday as `YYYY-MM-DD`; null before its first and after its last day. */
export function weeksOf(year: number, month: number): readonly (readonly (string | null)[])[] {
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const before = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  const dates = Array.from({ length: Math.ceil((before + days) / 7) * 7 }, (_, i) => {
    const n = i - before + 1;
    return n < 1 || n > days ? null : `${year}-${String(month).padStart(2, '0')}-${String(n).padStart(2, '0')}`;
  });
  return Array.from({ length: dates.length / 7 }, (_, i) => dates.slice(i * 7, i * 7 + 7));
}
