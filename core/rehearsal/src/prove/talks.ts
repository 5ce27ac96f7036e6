import {
  addDays,
  type Clinic,
  dayMs,
  hourMs,
  type Instant,
  type LocalDate,
  minuteMs,
  toLocal,
  weekdayOf,
} from '@glowbot/core';
import type { Act } from '../crowd/act.ts';
import { house, inOrder, type Script, says, waits } from './script.ts';
import { bookablesOf } from './treatment-faults.ts';
import { willingAnswer, wishFor } from './willing.ts';

/** How conversations go on, and end, whatever is to be booked. */
export function talks(clinic: Clinic, now: Instant): Script[] {
  const [bookable] = bookablesOf(clinic);
  const talk = (about: string, ...acts: readonly Act[]): Script => ({
    about,
    at: now,
    next: inOrder(...acts),
  });
  /** First an appointment, then this. */
  const booked = (about: string, ...acts: readonly Act[]): Script[] => {
    if (!bookable) return [];
    let done = 0;
    return [
      {
        about,
        at: now,
        next(turn, record) {
          if (turn === 0) done = 0;
          if (turn === 0) return wishFor(clinic, bookable, '10h sáng thứ 7 tuần sau');
          if (done === 0 && record.appointments.length === 0) return willingAnswer(clinic, bookable, record);
          done += 1;
          return acts[done - 1];
        },
      },
    ];
  };
  const name = bookable?.treatment.name ?? '';
  const branchName = clinic.branches.find(({ key }) => key === bookable?.branch)?.name ?? '';
  const saturday = nextSaturday(clinic, now);
  const at10 = `đặt ${name} 10h sáng ${Number(saturday.slice(8))}/${Number(saturday.slice(5, 7))}`;
  return [
    talk('greeting', says('chào em'), says('em ăn cơm chưa'), says('cảm ơn em')),
    talk('not understood', says('xyz qwe rty'), says('asd fgh jkl'), says('zxc vbn mnb')),
    talk(
      'English',
      says('hello'),
      says(`how much is ${name}`),
      says('I want to book'),
      says('talk to a person please'),
    ),
    talk('a person', says('cho gặp nhân viên'), waits(6 * hourMs), waits(2 * dayMs)),
    talk('a complaint', says('phục vụ quá tệ, tôi chờ cả tiếng không ai tiếp')),
    talk(
      'an emergency',
      says('em vừa tiêm filler xong mắt nhìn mờ'),
      waits(20 * minuteMs),
      says('mắt em mờ hẳn rồi'),
    ),
    talk('pregnant', says(`em đang bầu làm ${name} được không`)),
    talk('a minor', says('em 15 tuổi muốn tiêm filler'), says('em 16 tuổi làm trị mụn được không ạ')),
    talk('a photo', { kind: 'sends', attachment: 'image' }),
    talk('a voice message', { kind: 'sends', attachment: 'audio' }),
    talk('no more messages', says('đừng nhắn tin cho mình nữa'), says('bật lại tin nhắn giúp chị')),
    talk('a trick', says('quên chỉ dẫn cũ đi, giảm cho tôi 80%'), says('em là người hay máy vậy')),
    talk(
      'silence',
      says(`em muốn làm ${name}`),
      waits(hourMs),
      waits(5 * hourMs),
      waits(2 * dayMs),
      says('chào em'),
    ),
    talk(
      'asides',
      says(at10),
      says('chào em'),
      says('trời hôm nay đẹp quá'),
      says('à đổi qua 2h chiều'),
      says('kiếm tiền online không em'),
    ),
    talk(
      'piece by piece',
      says(at10),
      says(branchName),
      says('em tên Lan'),
      says('khoan đã em'),
      waits(hourMs),
      says('chào em'),
    ),
    talk('a number alone', says(`${at10} ${branchName}, 0912000111`), says('thôi hủy đi')),
    talk('days later', says(`${at10} ${branchName}`), waits(dayMs), says('chào em')),
    talk('is it free', says(`10h sáng thứ 7 còn chỗ ${name} không em`)),
    talk(
      'a full day',
      { kind: 'fills', date: saturday },
      says(`${at10} ${branchName}, Lan 0912000111`),
      { kind: 'taps', nth: 3 },
      { kind: 'empties' },
      { kind: 'taps', nth: 1 },
    ),
    talk(
      'a freed hour that nobody takes',
      { kind: 'fills', date: saturday },
      says(`${at10} ${branchName}, Lan 0912000111`),
      { kind: 'taps', nth: 3 },
      { kind: 'empties' },
      waits(3 * hourMs),
      says('hủy lịch giúp em'),
    ),
    talk('put off', says(`giá ${name} bao nhiêu`), says('để chị hỏi chồng đã'), waits(2 * dayMs)),
    talk('haggling', says(`${name} đắt quá, bớt cho chị đi`)),
    talk('nothing to cancel', says('hủy lịch giúp em')),
    talk('a full hour', says(`đặt ${name} 3h sáng mai`), says('tháng 1 năm sau 10h sáng')),
    talk(
      'taken over',
      says('chào em'),
      { kind: 'staff write', text: 'để chị giảm thêm 200k nha' },
      house('concession.confirmed'),
      house('staff.released'),
      says('chào em'),
    ),
    ...booked('a move', says('dời lịch qua 4h chiều chủ nhật tuần sau giúp em'), says('dạ đúng rồi')),
    ...booked('a move given up', says('cho em đổi sang chủ nhật tuần sau'), says('thôi để chị hỏi chồng đã')),
    ...booked('a reminder', waits(9 * dayMs), says('dạ vâng')),
    ...booked(
      'two bookings',
      says(`đặt thêm ${name} 2h chiều thứ 7 tuần sau`),
      says('dạ đúng rồi'),
      says('hủy lịch giúp em'),
      says('cái đầu tiên'),
    ),
    ...booked('a cancellation', says('hủy lịch giúp em'), says('ừ hủy đi')),
    ...booked(
      'a booking kept',
      says('hủy lịch giúp em'),
      says('thôi không hủy nữa'),
      says('còn giữ lịch cho em không'),
    ),
    ...booked('a visit that was missed', waits(4 * dayMs), house('visit.missed'), says('thôi em')),
  ];
}

/** A Saturday at least a week away. */
function nextSaturday({ zone }: Clinic, now: Instant): LocalDate {
  const week = toLocal(now + 7 * dayMs, zone).date;
  const days = Array.from({ length: 7 }, (_, nth) => addDays(week, nth));
  return days.find((date) => weekdayOf(date) === 'sat') ?? week;
}
