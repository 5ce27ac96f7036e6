import { type Judged, percent, type Scorer } from './score.ts';
import { detailFaults, treatmentFault } from './message-details.ts';
import { MessageItem, MessagePrediction } from './message-item.ts';

/** Never wrong beside something else: people are polite, and name hours and troubles in passing. */
const alwaysAllowed = ['greet', 'thanks_bye', 'smalltalk', 'give_time', 'describe_concern'];

/** Intents as a whole by their micro-F1, each detail by itself; red flags and opt-outs are counted on their own. */
export const scoreMessages: Scorer = (items, predictions) => {
  const pairs = items.map((item) => {
    const gold = MessageItem.parse(item);
    return { gold, got: MessagePrediction.parse(predictions.get(gold.id) ?? {}) };
  });
  const read = pairs.map(({ gold, got }) => {
    const allowed = new Set([...gold.expect.intents, ...gold.allow, ...alwaysAllowed]);
    const intents = new Set(got.intents);
    return {
      gold,
      got,
      missing: gold.expect.intents.filter((intent) => !intents.has(intent)),
      extra: [...intents].filter((intent) => !allowed.has(intent)),
      treatment: treatmentFault(gold, got),
      details: detailFaults(gold, got),
    };
  });
  const sum = (count: (one: (typeof read)[number]) => number) =>
    read.reduce((total, one) => total + count(one), 0);
  const wanted = sum(({ gold }) => gold.expect.intents.length);
  const missed = sum(({ missing }) => missing.length);
  const added = sum(({ extra }) => extra.length);
  const found = wanted - missed;
  const withTreatment = read.filter(({ gold }) => gold.expect.treatment !== undefined);
  const details = sum(({ gold }) => Object.keys(gold.expect.entities).length);
  const isRight = ({ missing, extra }: (typeof read)[number]) => missing.length + extra.length === 0;

  const judged = read.map((one): Judged => {
    const { gold, got, missing, extra, treatment } = one;
    const isAlarmWrong = (gold.expect.urgency === 'medical') !== (got.urgency === 'medical');
    const faults = [
      ...missing.map((intent) => `misses ${intent}`),
      ...extra.map((intent) => `adds ${intent}`),
      ...(treatment === undefined ? [] : [treatment]),
      ...one.details.missing,
      ...one.details.extra,
      ...(isAlarmWrong ? [`urgency ${got.urgency ?? 'none'}`] : []),
    ];
    const said = faults.length > 0 ? [`'${gold.text}': ${faults.join(', ')}`] : [];
    return { id: gold.id, tags: gold.tags, isRight: isRight(one), faults: said };
  });
  const ratio = (
    of: (one: (typeof read)[number]) => boolean,
    hits: (one: (typeof read)[number]) => boolean,
  ) => percent(read.filter((one) => of(one) && hits(one)).length, read.filter(of).length);
  const isMedical = ({ urgency }: { urgency?: string | undefined }) => urgency === 'medical';
  const optsOut = ({ intents }: { intents: readonly string[] }) => intents.includes('opt_out');
  return {
    figures: {
      'micro-F1': percent(2 * found, 2 * found + added + missed),
      'all intents': ratio(() => true, isRight),
      treatment: ratio(
        ({ gold }) => gold.expect.treatment !== undefined,
        ({ treatment }) => treatment === undefined,
      ),
      details: percent(details - sum((one) => one.details.missing.length), details),
      'treatments and details': percent(
        withTreatment.filter(({ treatment }) => treatment === undefined).length +
          details -
          sum((one) => one.details.missing.length),
        withTreatment.length + details,
      ),
      'added details (count)': sum((one) => one.details.extra.length),
      'red flags found': ratio(
        ({ gold }) => isMedical(gold.expect),
        ({ got }) => isMedical(got),
      ),
      'false alarms (count)': read.filter(({ gold, got }) => isMedical(got) && !isMedical(gold.expect))
        .length,
      'anger found': ratio(
        ({ gold }) => gold.expect.urgency === 'angry',
        ({ got }) => got.urgency === 'angry',
      ),
      'opt-outs found': ratio(
        ({ gold }) => optsOut(gold.expect),
        ({ got }) => optsOut(got),
      ),
      'false opt-outs (count)': read.filter(({ gold, got }) => optsOut(got) && !optsOut(gold.expect)).length,
    },
    judged,
  };
};
