/** Signs by which this simulator tells what a customer wants; a real model knows many more. */
const signs: readonly (readonly [intent: string, sign: RegExp])[] = [
  ['ask_price', /bao nhieu|nhieu tien|nhiu|gia ca|het may|may cu|chi phi|ton kem/],
  ['ask_promotion', /khuyen mai|uu dai|giam gia|deal/],
  ['ask_location', /o dau|dia chi|cho nao|duong nao/],
  ['ask_hours', /may gio|mo cua|dong cua/],
  ['ask_doctor', /bac si|ai lam/],
  ['ask_treatment_info', /co dau khong|bao lau|may buoi|nghi duong/],
  ['book', /dat lich|dat hen|giu cho|lam luon|qua lam/],
  ['request_human', /gap nguoi|gap nhan vien|nguoi that/],
  ['complaint', /that vong|khong hai long|te qua|lua dao/],
  ['medical_red_flag', /sung vu|chay mau|mu mat|kho tho|bong rop/],
  ['describe_concern', /bi mun|bi nam|da xau|tham/],
  ['defer', /de em nghi|de chi nghi|tinh sau|hoi chong/],
  ['greet', /\b(xin chao|hello|alo)\b/],
  ['thanks_bye', /cam on|thank/],
];

const fold = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase();

type Named = { key: string; quote: string };

/** A reading by a few signs and by the names of the catalogue, each with the words that show it. */
export function readHonestly(says: readonly string[], catalogue: string) {
  const intents = signs.flatMap(([intent, sign]) => {
    const quote = says.flatMap((text) => quoteOf(text, sign) ?? [])[0];
    return quote === undefined ? [] : [{ intent, quote }];
  });
  const found = (section: string): Named[] =>
    entriesOf(catalogue, section).flatMap(({ key, names }) => {
      const quotes = names.flatMap((name) =>
        says.flatMap((text) => quoteOf(text, new RegExp(`\\b${escaped(fold(name))}\\b`)) ?? []),
      );
      const [quote] = quotes.toSorted((one, other) => other.length - one.length);
      return quote === undefined ? [] : [{ key, quote }];
    });
  return {
    intents,
    treatments: found('treatments'),
    area: found('areas')[0] ?? null,
    branch: found('branches')[0] ?? null,
    staff: found('staff')[0] ?? null,
    faqs: found('faqs'),
    when: null,
  };
}

/** The words as written where their folded form shows the sign: folding keeps every letter in its place. */
function quoteOf(text: string, sign: RegExp): string | undefined {
  const composed = text.normalize('NFC');
  const match = sign.exec(fold(composed));
  return match ? composed.slice(match.index, match.index + match[0].length) : undefined;
}

/** Lines `key = name; also: other, other; for: concern` below a heading `[section]`. */
function entriesOf(catalogue: string, section: string): { key: string; names: string[] }[] {
  const lines = catalogue.split('\n');
  const entries: { key: string; names: string[] }[] = [];
  let isWithin = false;
  for (const line of lines) {
    if (line.startsWith('[')) isWithin = line === `[${section}]`;
    const [, key = '', rest = ''] = (isWithin ? /^([a-z0-9_-]+) = (.+)$/.exec(line) : null) ?? [];
    if (key === '') continue;
    const names = rest.split(/; (?:also|for): |[,;] /).map((name) => name.trim());
    entries.push({ key, names: names.filter((name) => name.length > 2) });
  }
  return entries;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
