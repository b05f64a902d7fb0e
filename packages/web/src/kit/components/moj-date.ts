type DateStyle = 'datetime' | 'shortdatetime' | 'date' | 'shortdate' | 'time';

const part = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', ...options });

const LONG = part({ day: 'numeric', month: 'long', year: 'numeric' });
const SHORT = part({ day: 'numeric', month: 'short', year: 'numeric' });
const CLOCK = part({ hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });

/** "4pm" and "4:05pm", as the design system writes times. */
const clock = (moment: Date): string => {
  const [hour = 0, minute = 0] = CLOCK.format(moment).split(':').map(Number);
  return `${hour % 12 === 0 ? 12 : hour % 12}${minute > 0 ? `:${String(minute).padStart(2, '0')}` : ''}${hour < 12 ? 'am' : 'pm'}`;
};

/**
 * The date filter that Ministry of Justice components ask for. Theirs needs a date library and the server's own time
 * zone; this one always writes the time in Britain.
 */
export const mojDate = (timestamp: string, style?: DateStyle): string => {
  if (style === undefined) return timestamp;
  const moment = new Date(timestamp);
  if (style === 'time') return clock(moment);
  const date = (style === 'datetime' || style === 'date' ? LONG : SHORT).format(moment);
  return style === 'date' || style === 'shortdate' ? date : `${date} at ${clock(moment)}`;
};
