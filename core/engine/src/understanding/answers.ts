import type { Tokens } from './tokens.ts';
import type { Evidence } from './understanding.ts';

const yes = / (co|dung|dung roi|vang|da|ok|u|duoc|dong y|chot|chuan|phai|yes|yeah|sure|dat luon) /;
const no = / (khong|chua|thoi|sai|no|nope|khoi) /;

/** Words that ask, so that "có … không" is a question and not an answer. */
const asks = / (co .{1,40} khong|bao nhieu|may gio|o dau|khi nao|the nao|gi|sao) /;

/** The answer to a yes-or-no question, if a short message is one. "Dạ không" is a no. */
export function findYesOrNo(tokens: Tokens): { confirm: boolean; evidence: Evidence } | undefined {
  if (tokens.list.length === 0 || tokens.list.length > 8 || asks.test(tokens.plain)) return undefined;
  const refusal = no.exec(tokens.plain);
  if (refusal) {
    return {
      confirm: false,
      evidence: { of: 'confirm_no', words: tokens.wordsAt(refusal.index, refusal[0].length - 1) },
    };
  }
  const agreement = yes.exec(tokens.plain);
  if (!agreement) return undefined;
  return {
    confirm: true,
    evidence: { of: 'confirm_yes', words: tokens.wordsAt(agreement.index, agreement[0].length - 1) },
  };
}

/** "số 2", "cái đầu", "cái cuối", or the number alone. */
export function findOption(tokens: Tokens, choices: number): number | undefined {
  if (choices === 0) return undefined;
  const numbered = /^ (?:so |cai |lua chon |chon )*(\d{1,2}) (?:a |nha |nhe |di |em )*$/.exec(tokens.plain);
  if (numbered && Number(numbered[1]) <= choices) return Number(numbered[1]);
  if (/ (cai dau|dau tien|thu nhat|so mot|cai tren) /.test(tokens.plain)) return 1;
  if (/ (cai thu hai|thu 2 do|so hai|cai giua) /.test(tokens.plain)) return 2;
  if (/ (cai cuoi|cuoi cung|sau cung) /.test(tokens.plain)) return -1;
  return undefined;
}
