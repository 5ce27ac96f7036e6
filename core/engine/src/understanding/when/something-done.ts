import { wordSet } from '../text/numbers.ts';
import type { Tokens } from '../text/tokens.ts';

const isDone = wordSet('đã rồi mới bị vừa xong hoài từng');
const isDid = wordSet('có');
/** Something that is done, unless words of wishing stand beside it. */
const isDoing = wordSet('làm tiêm peel bắn phun triệt lăn cấy nặn ghé qua tới gặp mua hỏi hẹn');
const isWishing = wordSet('được nha nhé không đi muốn cho đặt xin sẽ tính định giúp giùm hộ còn rảnh');

/** Whether a message tells of what was done on a day, and asks for nothing on it. */
export function isAboutSomethingDone(tokens: Tokens, from: number): boolean {
  const has = (is: typeof isDone, to = tokens.list.length) =>
    tokens.list.some((_, at) => at >= from && at < to && is(tokens, at));
  const saysSo = has(isDid, from + 4) || tokens.list.some((_, at) => isDone(tokens, at));
  return saysSo || (has(isDoing) && !has(isWishing));
}
