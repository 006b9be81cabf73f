const two = (value: number) => String(value).padStart(2, '0');

/** `YYYY-MM-DD HH:mm:ss`, as the gateway writes times; in this computer's time zone. */
export function formatDateTime(date: Date): string {
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
  return `${day} ${time}`;
}
