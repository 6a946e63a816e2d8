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
