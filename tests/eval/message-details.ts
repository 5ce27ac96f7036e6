import type { Detail, MessageItem, MessagePrediction } from './message-item.ts';

/** With these the customer may well be thinking of a treatment that is not asked about. */
const mayNameTreatment: ReadonlySet<string> = new Set([
  'describe_concern',
  'ask_treatment_info',
  'medical_red_flag',
  'complaint',
  'contraindication',
  'minor',
  'prompt_injection',
  'ask_promotion',
  'reschedule',
  'cancel',
]);

/** What would be acted upon, so one too many is as wrong as one too few. */
const strict = ['phone', 'name', 'budget', 'age', 'people', 'option'];

export function treatmentFault(
  { expect, altTreatment }: MessageItem,
  got: MessagePrediction,
): string | undefined {
  const found = asList(got.treatment);
  if (expect.treatment === undefined) {
    const isFree = expect.intents.some((intent) => mayNameTreatment.has(intent));
    return isFree || found.length === 0 ? undefined : `treatment ${found.join('+')} from nowhere`;
  }
  const isRight = [expect.treatment, ...altTreatment].some(
    (one) => asList(one).toSorted().join() === found.toSorted().join(),
  );
  return isRight ? undefined : `treatment ${found.join('+') || 'missing'}`;
}

export function detailFaults(
  { expect }: MessageItem,
  { entities }: MessagePrediction,
): { missing: string[]; extra: string[] } {
  const wanted = Object.keys(expect.entities);
  const isOwnNumber = !expect.intents.some((intent) => intent === 'spam' || intent === 'prompt_injection');
  return {
    missing: wanted
      .filter((key) => !isSameDetail(key, expect.entities[key], entities[key]))
      .map(
        (key) =>
          `${key} ${JSON.stringify(entities[key] ?? null)} instead of ${JSON.stringify(expect.entities[key])}`,
      ),
    extra: strict
      .filter(
        (key) =>
          isGiven(entities[key]) && expect.entities[key] === undefined && (key !== 'phone' || isOwnNumber),
      )
      .map((key) => `${key} ${JSON.stringify(entities[key])} from nowhere`),
  };
}

function isGiven(value: Detail | undefined): boolean {
  return value !== undefined;
}

function isSameDetail(key: string, want: Detail | undefined, got: Detail | undefined): boolean {
  if (want === undefined || got === undefined) return false;
  return key === 'name' ? folded(want) === folded(got) : String(want) === String(got);
}

function folded(name: Detail): string {
  return String(name).toLowerCase().normalize('NFC').replace(/\s+/g, ' ').trim();
}

function asList(treatment: string | readonly string[] | null | undefined): readonly string[] {
  if (treatment === undefined || treatment === null) return [];
  return typeof treatment === 'string' ? [treatment] : treatment;
}
