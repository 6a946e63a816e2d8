// Civil days as whole numbers since 1970-01-01; no zones, no hours.
const MS_A_DAY = 86_400_000;

export const day = (written) => Date.parse(`${written}T00:00:00Z`) / MS_A_DAY;
export const written = (number) => new Date(number * MS_A_DAY).toISOString().slice(0, 10);

const lastOf = (year, month) => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();

/** So many days, months or years on; a day that its month lacks is the last of it. */
export function later(number, count, unit) {
  if (unit === "days") return number + count;
  const [year, month, date] = written(number).split("-").map(Number);
  const months = year * 12 + (month - 1) + count * (unit === "years" ? 12 : 1);
  const [y, m] = [Math.floor(months / 12), months % 12];
  return Date.UTC(y, m, Math.min(date, lastOf(y, m))) / MS_A_DAY;
}
