import { fold, type Clinic, type Promotion } from '@glowbot/core';

/** Occasions as people call them: a promotion belongs to those its title names, a question asks about those its words name. */
const occasions: readonly RegExp[] = [
  /\b(noel|giang sinh|christmas|xmas)\b/,
  /\b(tet|nam moi|new year)\b/,
  /\b20\s*[/-]\s*10\b/,
  /\b20\s*[/-]\s*11\b/,
  /\b8\s*[/-]\s*3\b/,
  /\b(14\s*[/-]\s*2|valentine)\b/,
  /\b11\s*[/-]\s*11\b/,
  /\b12\s*[/-]\s*12\b/,
  /\b(black friday|thu sau den)\b/,
  /\b(sinh nhat|birthday|bday)\b/,
  /\b(khach moi|lan dau|buoi dau|first (time|visit)|new customer)\b/,
  /\b(di (2|hai|3|ba|chung|cung)|ban cung|di cung|ru (ban|them)|together|with a friend)\b/,
  /\b(combo|goi combo)\b/,
];

/** Kinds of offers people ask for by name; where no title has them, the clinic has none. */
const kinds: readonly RegExp[] = [
  /\bmua \d+ tang \d+\b/,
  /\b(voucher|phieu giam)\b/,
  /\b(sinh vien|hoc sinh|hssv|student)\b/,
  /\b(me bim|me sau sinh)\b/,
  /\b(the thanh vien|vip|tich diem)\b/,
  ...occasions,
];

const plain = (text: string) => fold(text.toLowerCase().normalize('NFC'));

export type Meant = {
  /** Promotions the words name, by occasion, by share or by code. */
  named: readonly Promotion[];
  /** Something particular was asked for, and no record is it. */
  asksUnknown: boolean;
  /** A code was given that no record has. */
  unknownCode: boolean;
};

export function meantBy(
  words: readonly string[],
  { promotions, treatments }: Clinic,
  about: readonly string[],
): Meant {
  const said = plain(words.join(' . '));
  const titles = promotions.map((promotion) => ({
    promotion,
    title: plain(`${promotion.title} ${promotion.conditions}`),
  }));
  const asked = kinds.filter((kind) => kind.test(said));
  const share = /\b(\d{1,3})\s*(%|phan tram\b|percent\b)/.exec(said)?.[1];
  const code = codeIn(words);

  const byKind = titles.filter(({ title }) => asked.some((kind) => kind.test(title)));
  const byShare = titles.filter(
    ({ promotion: { offer } }) =>
      share !== undefined && offer.kind === 'percent' && offer.percent === Number(share),
  );
  const byCode = titles.filter(({ promotion }) => code !== undefined && promotion.terms?.code === code);
  const byName = titles.filter(({ promotion, title }) =>
    isNamed(promotion, title, said, promotions, treatments),
  );
  const isAbout = ({ treatments: of }: Promotion) =>
    about.length === 0 || about.some((key) => of.includes(key));

  const hints = [byKind, byShare, byCode].filter(
    (_, place) => [asked.length > 0, share !== undefined, code !== undefined][place],
  );
  const meant =
    hints.length > 0 ? hints.reduce((one, other) => one.filter((item) => other.includes(item))) : byName;
  const named = meant.map(({ promotion }) => promotion).filter(isAbout);
  return {
    named,
    asksUnknown: named.length === 0 && (asked.length > 0 || share !== undefined),
    unknownCode: code !== undefined && byCode.length === 0,
  };
}

/** "mã GLOW20", "code: glow 20": letters and digits right after the word. */
function codeIn(words: readonly string[]): string | undefined {
  const found =
    /(?:^|[^\p{L}])(?:mã|ma|code)(?:\s+(?:giảm giá|khuyến mãi|giam gia|km|là|la))*\s*:?\s*([a-z]{2,12}\s?\d{1,6})(?![\p{L}\d])/iu.exec(
      words.join(' . '),
    );
  return found?.[1]?.replace(/\s/g, '').toUpperCase();
}

/** A word of the title that no other title and no treatment has. */
function isNamed(
  { key, title }: Promotion,
  _folded: string,
  said: string,
  promotions: readonly Promotion[],
  treatments: Clinic['treatments'],
): boolean {
  const others = new Set(
    promotions.filter((other) => other.key !== key).flatMap(({ title: text }) => wordsOf(text)),
  );
  const names = new Set(treatments.flatMap(({ name, aliases }) => [name, ...aliases].flatMap(wordsOf)));
  const saidWords = new Set(wordsOf(said));
  return wordsOf(title).some(
    (word) =>
      word.length > 3 &&
      !/^\d/.test(word) &&
      !common.has(word) &&
      !others.has(word) &&
      !names.has(word) &&
      saidWords.has(word),
  );
}

const wordsOf = (text: string) =>
  plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

const common: ReadonlySet<string> = new Set(
  'giam uu dai khuyen mai chuong trinh tang mien phi moi nguoi khach cho buoi dau mung don thang dich nhan voi combo'.split(
    ' ',
  ),
);
