import type { Span } from '../../../understanding/text/span.ts';
import type { FoundClaim, RefusalWhy } from '../claim.ts';
import { digitsOf, plain } from '../guard-records.ts';
import type { Ground } from '../scope.ts';

/** Phone numbers, mail and web addresses, held against the clinic's own and the customer's. */
export function contactClaims(ground: Ground): FoundClaim[] {
  return [...phoneClaims(ground), ...addressClaims(ground)];
}

function phoneClaims(ground: Ground): FoundClaim[] {
  const { reply, known } = ground;
  const own = new Set(
    [
      ...(known.phones ?? []),
      ...[...(known.bookings ?? []), ...(known.held ?? [])].flatMap(({ phone }) => phone ?? []),
    ].map(digitsOf),
  );
  return reply.addresses.flatMap((address): FoundClaim[] => {
    if (address.is === 'house') return [];
    const { from, to } = address;
    const claim = { kind: 'contact', words: reply.words({ from, to }), from, to } as const;
    const digits = digitsOf(address.digits);
    if (address.is === 'phone' && own.has(digits)) return [{ ...claim, backedBy: 'the customer' }];
    const why = whyNotOurs(ground, address, digits);
    return [why === undefined ? { ...claim, backedBy: 'contacts' } : { ...claim, refused: why }];
  });
}

function whyNotOurs({ reply, records }: Ground, place: Span, digits: string): RefusalWhy | undefined {
  const role = records.phones.get(digits);
  const clause = reply.clauseOf(place.from);
  const said = plain(reply.words(clause));
  const isPersons =
    reply.names.some(({ from }) => from >= reply.sentenceOf(place.from).from && from < place.from) ||
    reply.cues.in(reply.sentenceOf(place.from), 'otherGuest') !== undefined;
  if (role === undefined) return isPersons ? 'leaked_data' : 'wrong_contact';
  /** Long numbers look alike: an account is no number to call, and no phone an account. */
  const isAccount = /\b(tai khoan|stk|account)\b/.test(said);
  if ((role === 'account') !== isAccount) return 'wrong_contact';
  const isMedical = /\b(y te|cap cuu|khan cap|bac si truc|medical|emergency|urgent)\b/.test(said);
  const isBooking = /\b(dat lich|dat hen|tu van|booking|to book)\b/.test(said);
  if (role === 'hotline' && isMedical) return 'wrong_contact';
  if (role === 'medical' && isBooking && !isMedical) return 'wrong_contact';
  if (role !== 'landline' && /\b(may ban|landline)\b/.test(said)) return 'wrong_contact';
  return undefined;
}

const endings = /\.(com|vn|net|org|example|info|io|me|asia|clinic|site|shop|online|edu|gov|co|biz|app)(\/|$)/;

/** Mail and web addresses are read from the text itself, word by word. */
function addressClaims({ reply, clinic }: Ground): FoundClaim[] {
  const { text, list } = reply.tokens;
  const { website = '', email = '' } = clinic.contacts;
  const site = siteOf(website);
  const found: FoundClaim[] = [];
  let start = 0;
  for (const word of text.split(/\s/)) {
    const written = word.replace(/^[("'“]+|[)"'”.,;:!?]+$/g, '').toLowerCase();
    const isMail = written.includes('@');
    const isSite =
      !isMail && (written.startsWith('http') || written.startsWith('www.') || endings.test(written));
    if (isMail || isSite) {
      const from = list.findIndex((token) => token.end > start);
      const next = list.findIndex((token) => token.start >= start + word.length);
      const isOurs = isMail
        ? written === email.toLowerCase() && email !== ''
        : site !== '' && (siteOf(written) === site || siteOf(written).startsWith(`${site}/`));
      const claim = {
        kind: 'contact',
        words: written,
        from: Math.max(from, 0),
        to: next < 0 ? list.length : next,
      } as const;
      found.push(isOurs ? { ...claim, backedBy: 'contacts' } : { ...claim, refused: 'wrong_contact' });
    }
    start += word.length + 1;
  }
  return found;
}

function siteOf(address: string): string {
  return address
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '');
}
