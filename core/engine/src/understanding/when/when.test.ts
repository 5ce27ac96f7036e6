import { describe, expect, test } from 'vitest';
import { tokensOf } from '../text/tokens.ts';
import type { When } from '../understanding.ts';
import { findWhen } from './when.ts';

/** A Wednesday morning. */
const now = Date.parse('2026-11-25T10:20:00+07:00');

function said(text: string): When | undefined {
  return findWhen(tokensOf(text), { now, zone: 'Asia/Ho_Chi_Minh', isTaken: () => false, expectsTime: false })
    .when;
}

describe('days', () => {
  test.each<[string, When]>([
    ['bữa nay', { date: '2026-11-25' }],
    ['mốt nha', { date: '2026-11-27' }],
    ['4 ngày nữa', { date: '2026-11-29' }],
    ['3 ngày tới', { dateRange: ['2026-11-26', '2026-11-28'] }],
    ['thứ 4', { date: '2026-12-02' }],
    ['t6 này', { date: '2026-11-27' }],
    ['thứ 2 tuần này', { date: '2026-11-23' }],
    ['tuần sau em rảnh thứ 3', { date: '2026-12-01' }],
    ['thứ 2 tuần sau nữa', { date: '2026-12-07' }],
    ['cuối tuần', { dateRange: ['2026-11-28', '2026-11-29'] }],
    ['t2-t6', { dateRange: ['2026-11-30', '2026-12-04'] }],
    ['thứ 7 hoặc chủ nhật', { dateRange: ['2026-11-28', '2026-11-29'] }],
    ['hôm thứ 2 em có làm', { date: '2026-11-23' }],
    ['18/12', { date: '2026-12-18' }],
    ['22/11', { date: '2026-11-22' }],
    ['7/1', { date: '2027-01-07' }],
    ['mười sáu tháng mười hai', { date: '2026-12-16' }],
    ['từ 10 đến 12/12', { dateRange: ['2026-12-10', '2026-12-12'] }],
    ['sau 20/12', { dateRange: ['2026-12-21', null] }],
    ['đầu tháng 3', { dateRange: ['2027-03-01', '2027-03-10'] }],
    ['ngày 5 tháng sau', { date: '2026-12-05' }],
    ['mùng 7 Tết', { date: '2027-02-12' }],
    ['30 Tết', { date: '2027-02-05' }],
    ['trước Tết 2 tuần', { date: '2027-01-23' }],
    ['hết Tết', { dateRange: ['2027-02-11', null] }],
    ['rằm tháng giêng', { date: '2027-02-20' }],
    ['next Monday', { date: '2026-11-30' }],
  ])('%s', (text, when) => {
    expect(said(text)).toEqual(when);
  });
});

describe('hours', () => {
  test.each<[string, When]>([
    ['2h', { time: '14:00' }],
    ['9h', { time: '09:00' }],
    ['7h', { time: '19:00' }],
    ['4h kém 15 chiều', { time: '15:45' }],
    ['6 giờ rưỡi tối', { time: '18:30' }],
    ['ba giờ chiều', { time: '15:00' }],
    ['16:20', { time: '16:20' }],
    ['tomorrow at 4:30pm', { date: '2026-11-26', time: '16:30' }],
    ['2-3h chiều', { timeRange: ['14:00', '15:00'] }],
    ['10h-1h', { timeRange: ['10:00', '13:00'] }],
    ['sau 6h tối', { timeRange: ['18:00', null] }],
    ['trước 11 giờ sáng', { timeRange: [null, '11:00'] }],
    ['hết giờ hành chính', { timeRange: ['17:00', null] }],
    ['toi nay', { date: '2026-11-25', partOfDay: 'evening' }],
    ['40 phút nữa', { date: '2026-11-25', time: '11:00' }],
  ])('%s', (text, when) => {
    expect(said(text)).toEqual(when);
  });
});

describe('changes of mind', () => {
  test.each<[string, When | undefined]>([
    ['không phải mai, mốt cơ', { date: '2026-11-27' }],
    ['dời từ 10h sang 2h chiều', { time: '14:00' }],
    ['đổi từ 10h thứ 7 sang chủ nhật', { date: '2026-11-29', time: '10:00' }],
    ['mai 2h, à nhầm 3h', { date: '2026-11-26', time: '15:00' }],
    ['thứ 7 bận rồi, chủ nhật đi', { date: '2026-11-29' }],
    ['thứ 7 chị bận', undefined],
  ])('%s', (text, when) => {
    expect(said(text)).toEqual(when);
  });
});

describe('no time is said', () => {
  test.each([
    'gói 5 buổi 6tr5',
    'em tên Ngọc Mai',
    'chị Mai ơi',
    'đường 30/4',
    'em sinh ngày 12/5/1999',
    'kiêng 7 ngày',
    'làm mất 2h đúng không',
    'cái thứ hai',
    'mai mốt em ghé',
    'da sáng hơn không',
    '24/7',
    '31/11',
    '25h',
    '1/2 mặt',
    'hôm nào rảnh chị nhắn',
  ])('%s', (text) => {
    expect(said(text)).toBeUndefined();
  });
});
