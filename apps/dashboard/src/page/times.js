const clinicZone = 'Asia/Ho_Chi_Minh';

const locales = { vi: 'vi-VN', en: 'en-GB' };
const nearDays = { vi: ['Hôm nay', 'Hôm qua', 'Ngày mai'], en: ['Today', 'Yesterday', 'Tomorrow'] };
const dayMs = 86_400_000;

/**
 * Instants as the clinic's clock on the wall shows them, whatever the zone of the browser.
 * @param {'vi' | 'en'} language
 * @param {string} [zone]
 */
export function timesIn(language, zone = clinicZone) {
  const locale = locales[language];
  /** @param {Intl.DateTimeFormatOptions} options */
  const format = (options) => new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
  const clock = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const clockWithSeconds = format({
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  const longDate = format({ weekday: 'long', day: '2-digit', month: '2-digit', year: 'numeric' });
  const [today = '', yesterday = '', tomorrow = ''] = nearDays[language];

  /** @param {number} at */
  const dateKey = (at) => longDate.format(at);

  /** "20/11": put together here, because browsers disagree on the sign between. @param {number} at */
  function shortDate(at) {
    const parts = format({ day: '2-digit', month: '2-digit' }).formatToParts(at);
    return parts.map(({ type, value }) => (type === 'literal' ? '/' : value)).join('');
  }

  /** @param {number} at @param {number} now */
  function near(at, now) {
    if (dateKey(at) === dateKey(now)) return today;
    if (dateKey(at) === dateKey(now - dayMs)) return yesterday;
    if (dateKey(at) === dateKey(now + dayMs)) return tomorrow;
    return null;
  }

  return {
    /** "14:05" @param {number} at */
    clock: (at) => clock.format(at),
    /** "14:05:31" @param {number} at */
    clockWithSeconds: (at) => clockWithSeconds.format(at),
    /** "14:05", "Hôm qua", "20/11": as short as a list allows. @param {number} at @param {number} now */
    brief(at, now) {
      const day = near(at, now);
      if (day === today) return clock.format(at);
      return day ?? shortDate(at);
    },
    /** "Hôm nay", "Thứ Hai, 23/11/2026" @param {number} at @param {number} now */
    day(at, now) {
      const long = capitalise(longDate.format(at));
      const relative = near(at, now);
      return relative === today || relative === yesterday ? relative : long;
    },
    /** "15:00–15:45, Ngày mai, Thứ Ba, 24/11/2026" @param {number} start @param {number} end @param {number} now */
    period(start, end, now) {
      const relative = near(start, now);
      const day = longDate.format(start);
      return {
        hours: `${clock.format(start)}–${clock.format(end)}`,
        day: relative
          ? `${relative}, ${language === 'vi' ? day.toLocaleLowerCase(locale) : day}`
          : capitalise(day),
      };
    },
    dateKey,
    zone,
  };
}

/** @typedef {ReturnType<typeof timesIn>} Times */

/** @param {string} text */
function capitalise(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
