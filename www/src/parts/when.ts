/** A moment as a person says it: the time today, the day before that. */
export function when(iso: string, locale: string): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return iso;
  const today = new Date().toDateString() === moment.toDateString();
  return new Intl.DateTimeFormat(locale, today ? { timeStyle: "short" } : { dateStyle: "medium" }).format(moment);
}

/** The time of day. */
export function clock(moment: Date, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: "short" }).format(moment);
}

/** A day, given as `2025-08-01`, as a person says it. */
export function day(iso: string, locale: string): string {
  const [year, month, date] = iso.split("-").map(Number);
  if (year === undefined || month === undefined || date === undefined || ![year, month, date].every(Number.isFinite)) return iso;
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium" }).format(new Date(year, month - 1, date));
}
