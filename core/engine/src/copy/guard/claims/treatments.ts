import type { Treatment } from '../../../domain/clinic.ts';
import type { Span } from '../../../understanding/text/span.ts';
import type { FoundClaim, RefusalWhy } from '../claim.ts';
import { covers, topicOf } from '../reading/facts.ts';
import { plain } from '../guard-records.ts';
import type { Quantity } from '../reading/quantities.ts';
import { type Ground, recordsIn, treatmentsAbout, treatmentsIn } from '../scope.ts';

/** What a treatment is like and whether it is offered at all. */
export function treatmentClaims(ground: Ground): FoundClaim[] {
  return [...offerClaims(ground), ...numberClaims(ground), ...feelingClaims(ground)];
}

function claimOf(
  { reply }: Ground,
  { from, to }: Span,
  verdict: { backedBy: string } | { refused: RefusalWhy },
): FoundClaim {
  return { kind: 'treatment', words: reply.words({ from, to }), from, to, ...verdict };
}

/** What the clinic does not do, or what no record of it names, offered all the same. */
function offerClaims(ground: Ground): FoundClaim[] {
  const { reply } = ground;
  const whole = { from: 0, to: reply.tokens.list.length };
  const isOwn = (place: Span) =>
    recordsIn(ground, { from: place.from - 3, to: place.to }, 'treatment').some(
      (found) => found.to >= place.to && found.from <= place.from,
    );
  const strange = [
    ...recordsIn(ground, whole, 'notOffered').filter((place) => !/^dịch vụ/i.test(reply.words(place))),
    ...reply.cues.all(whole, 'elsewhere').filter((place) => !isOwn(place)),
  ];
  return strange
    .filter((place) => {
      const sentence = reply.sentenceOf(place.from);
      const isRefused =
        reply.isDenied(place.from) ||
        reply.cues
          .all({ from: place.to, to: sentence.to }, 'denies')
          .some(({ from }) => !reply.isAsked(from));
      return !isRefused && !reply.isAsked(place.from);
    })
    .map((place) => claimOf(ground, place, { refused: 'invented_treatment' }));
}

const factUnits: ReadonlySet<string> = new Set(['minutes', 'months', 'session', 'age', 'cc', 'time']);

/** Sessions, minutes, days, months and ages said of a treatment. */
function numberClaims(ground: Ground): FoundClaim[] {
  const { reply } = ground;
  return reply.quantities.flatMap((quantity): FoundClaim[] => {
    if (!factUnits.has(quantity.unit) || isOthers(ground, quantity)) return [];
    const treatments = treatmentsAbout(ground, quantity.from);
    if (treatments.length === 0) return [];
    const isBacked = treatments.some((treatment) => backs(ground, quantity, treatment));
    return [
      claimOf(
        ground,
        quantity,
        isBacked
          ? { backedBy: `treatment ${treatments.map(({ key }) => key).join(', ')}` }
          : { refused: 'wrong_info' },
      ),
    ];
  });
}

/** Numbers that belong to prices, rules, people or appointments, or that are denied. */
function isOthers({ reply }: Ground, quantity: Quantity): boolean {
  const clause = reply.clauseOf(quantity.from);
  const sentence = reply.sentenceOf(quantity.from);
  const hasMoney = reply.quantities.some(
    ({ unit, from }) => (unit === 'vnd' || unit === 'percent') && from >= clause.from && from < clause.to,
  );
  const isCount = quantity.unit === 'session' || quantity.unit === 'time' || quantity.unit === 'cc';
  const isOne = quantity.low === 1 && quantity.high === 1 && isCount && !reply.cues.in(clause, 'complete');
  const isRule =
    reply.cues.in(
      clause,
      'cancel',
      'reschedule',
      'late',
      'installment',
      'refund',
      'lead',
      'callBack',
      'deposit',
    ) !== undefined;
  const isPerson = reply.cues.in(sentence, 'experience') !== undefined;
  return (
    (hasMoney && isCount) ||
    isOne ||
    isRule ||
    isPerson ||
    reply.isDenied(quantity.from) ||
    reply.isAsked(quantity.from)
  );
}

function backs(ground: Ground, quantity: Quantity, { key }: Treatment): boolean {
  const { reply, records } = ground;
  const isAdult =
    quantity.unit === 'age' &&
    reply.cues.in(reply.clauseOf(quantity.from), 'minors') !== undefined &&
    /dưới|under/i.test(reply.words(reply.clauseOf(quantity.from)));
  if (isAdult && records.ruleFacts().some((fact) => covers(fact, quantity))) return true;
  const facts = records.treatmentFacts(key);
  const topic =
    quantity.unit === 'minutes' || quantity.unit === 'months'
      ? topicOf(quantity, reply.clauseOf(quantity.from), reply.cues)
      : undefined;
  const isLength = topic === undefined && quantity.unit === 'minutes' && quantity.high < 1_440;
  return facts.some((fact) => {
    if (!covers(fact, quantity)) return false;
    if (quantity.unit === 'age') return fact.low === quantity.low;

    if (isLength) return fact.topic === 'length' || fact.topic === 'numb' || fact.topic === undefined;
    return (
      topic === undefined ||
      fact.topic === undefined ||
      fact.topic === topic ||
      (topic === 'result' && fact.topic !== 'length')
    );
  });
}

/** Pain, numbing and recovery, where the record says otherwise. */
function feelingClaims(ground: Ground): FoundClaim[] {
  const { reply } = ground;
  const wrongInfo = { refused: 'wrong_info' } as const;
  return reply.sentences.flatMap((sentence): FoundClaim[] => {
    const treatments = treatmentsIn(ground, sentence);
    const about = treatments.length > 0 ? treatments : treatmentsAbout(ground, sentence.from);
    const claims: FoundClaim[] = [];
    const asleep = reply.cues.in(sentence, 'asleep');
    if (asleep && !reply.isDenied(asleep.from)) claims.push(claimOf(ground, asleep, wrongInfo));
    if (about.length === 0 || reply.isAsked(sentence.to - 1)) return claims;
    const painless = reply.cues.in(sentence, 'painless');
    if (
      painless &&
      !isSoftened(ground, painless) &&
      about.some(({ pain }) => pain !== undefined && !/không đau/i.test(pain))
    )
      claims.push(claimOf(ground, painless, wrongInfo));
    const numbing = reply.cues.in(sentence, 'numbing');
    if (numbing && !reply.isDenied(numbing.from) && !about.some((treatment) => isNumbed(ground, treatment)))
      claims.push(claimOf(ground, numbing, wrongInfo));
    const easy = reply.cues.in(sentence, 'noDowntime');
    if (easy && !isSoftened(ground, easy) && about.some((treatment) => leavesTraces(ground, easy, treatment)))
      claims.push(claimOf(ground, easy, wrongInfo));
    return claims;
  });
}

const softeners: ReadonlySet<string> = new Set(['lắm', 'nhiều', 'mấy', 'quá', 'đáng', 'much', 'very', 'kể']);

/** "không đau lắm" is no "không đau". */
function isSoftened({ reply }: Ground, { from, to }: Span): boolean {
  return reply.tokens.list.slice(from, to + 2).some(({ word }) => softeners.has(word));
}

function isNumbed({ clinic }: Ground, { pain = '', name, aliases }: Treatment): boolean {
  if (/tê|numb/i.test(pain)) return true;
  return clinic.faqs.some(
    ({ question, answer }) =>
      /tê/i.test(answer) && [name, ...aliases].some((alias) => plain(question).includes(plain(alias))),
  );
}

function leavesTraces({ reply }: Ground, place: Span, { downtime = '' }: Treatment): boolean {
  const traces = ['bong', 'sưng', 'đỏ', 'mài', 'kim', 'bầm', 'peel', 'swell', 'red'];
  const said = reply.words(place).toLowerCase();
  const named = traces.filter((trace) => said.includes(trace) || (trace === 'bong' && said.includes('tróc')));
  return named.length > 0 ? named.some((trace) => downtime.includes(trace)) : /\d/.test(downtime);
}
