import type { Treatment } from '../../../domain/clinic.ts';
import type { Span } from '../../../understanding/text/span.ts';
import type { FoundClaim, RefusalWhy } from '../claim.ts';
import { plain } from '../guard-records.ts';
import { type Ground, treatmentsAbout, treatmentsIn } from '../scope.ts';

/** What only a doctor may say: what somebody has, what they should take, and that something is harmless. */
export function medicineClaims(ground: Ground): FoundClaim[] {
  return ground.reply.sentences.flatMap((sentence) => [
    ...diagnosis(ground, sentence),
    ...advice(ground, sentence),
    ...comfort(ground, sentence),
    ...permission(ground, sentence),
  ]);
}

function refused({ reply }: Ground, { from, to }: Span, why: RefusalWhy): FoundClaim {
  return { kind: 'medicine', words: reply.words({ from, to }), from, to, refused: why };
}

/** "da chị bị viêm da cơ địa": an illness said of the customer as a fact. */
function diagnosis(ground: Ground, sentence: Span): FoundClaim[] {
  const { reply } = ground;
  if (reply.isAsked(sentence.to - 1) || reply.cues.in(sentence, 'supposes')) return [];
  const illness = reply.cues.all(sentence, 'illness').find(({ from }) => !reply.isDenied(from));
  if (!illness) return [];
  const clause = reply.clauseOf(illness.from);
  const has = reply.cues
    .all(clause, 'has')
    .find(({ from, to }) => from <= illness.from && illness.from - to <= 4);
  const isLine = reply.tokens.list[sentence.from]?.before.includes('•') ?? false;
  if (!has || isLine || reply.cues.in(clause, 'permits')) return [];
  return [refused(ground, { from: has.from, to: illness.to }, 'diagnosis')];
}

/** Taking, applying or stopping a medicine, where it is no rule of the records and no question. */
function advice(ground: Ground, sentence: Span): FoundClaim[] {
  const { reply } = ground;
  if (reply.isAsked(sentence.to - 1) || isRecorded(ground, sentence)) return [];
  const drug = reply.cues.all(sentence, 'drug').find(({ from }) => !isSunscreen(ground, from));
  if (!drug || reply.cues.in(sentence, 'taking')) return [];
  const verb = reply.cues.all(reply.clauseOf(drug.from), 'takes').find(({ from }) => !reply.isDenied(from));
  const isDenied = reply.isDenied(drug.from);
  return verb && !isDenied
    ? [
        refused(
          ground,
          { from: Math.min(verb.from, drug.from), to: Math.max(verb.to, drug.to) },
          'medication_advice',
        ),
      ]
    : [];
}

function isSunscreen({ reply }: Ground, at: number): boolean {
  return (
    /chong nang|duong am|duong moi/.test(plain(reply.words(reply.clauseOf(at)))) &&
    reply.cues.in({ from: at, to: at + 1 }, 'drug') === undefined
  );
}

/** Care after a treatment as the clinic wrote it. */
function isRecorded({ reply, records }: Ground, sentence: Span): boolean {
  const said = plain(reply.words(sentence));
  return records.said.care.some((text) => text.includes(said) || said.includes(text));
}

/** "sưng mủ vài hôm tự hết": a sign made light of, or a treatment without any risk. */
function comfort(ground: Ground, sentence: Span): FoundClaim[] {
  const { reply } = ground;
  if (reply.isAsked(sentence.to - 1)) return [];
  const riskFree = reply.cues
    .all(sentence, 'riskFree')
    .find(({ from }) => !isRefusedBefore(ground, sentence, from));
  if (riskFree) return [refused(ground, riskFree, 'unsafe_reassurance')];
  const comforts = reply.cues.in(sentence, 'comforts');
  const symptom = reply.cues.all(sentence, 'symptom').find(({ from }) => !isCleared(ground, from));
  if (!comforts || !symptom || isRecordedSign(ground, sentence)) return [];
  const grave = reply.cues.all(sentence, 'grave').find(({ from }) => !isCleared(ground, from));
  if (!grave && reply.cues.in(sentence, 'careful')) return [];
  const isUrged = grave && reply.cues.in(sentence, 'careful') && !reply.cues.in(sentence, 'denies');
  return isUrged ? [] : [refused(ground, comforts, 'unsafe_reassurance')];
}

function isRefusedBefore({ reply }: Ground, sentence: Span, at: number): boolean {
  return (
    reply.cues.in({ from: sentence.from, to: at }, 'refusesVow') !== undefined ||
    /khong (the|dam) (noi|khang dinh)/.test(plain(reply.words({ from: sentence.from, to: at + 1 })))
  );
}

/** "không sưng" shows no sign. */
function isCleared({ reply }: Ground, at: number): boolean {
  const clause = reply.clauseOf(at);
  return reply.cues.in({ from: Math.max(clause.from, at - 2), to: at }, 'denies') !== undefined;
}

/** "sưng nhẹ 1–3 ngày": what the record says of the recovery may be called usual. */
function isRecordedSign(ground: Ground, sentence: Span): boolean {
  const { reply, clinic } = ground;
  if (reply.cues.in(sentence, 'grave')) return false;
  const about = treatmentsIn(ground, sentence);
  const list = about.length > 0 ? about : treatmentsAbout(ground, sentence.from);
  const texts = (list.length > 0 ? list : clinic.treatments).map(
    ({ downtime = '', pain = '' }) => `${downtime} ${pain}`,
  );
  const signs = reply.cues.all(sentence, 'symptom').map((place) => reply.words(place).toLowerCase());
  const isMild = /nhẹ|mild|slight|thường gặp/.test(reply.words(sentence).toLowerCase());
  return (
    isMild && signs.every((sign) => texts.some((text) => text.includes(sign)) || /swell|peel|red/.test(sign))
  );
}

/** "bầu vẫn làm được": somebody a record excludes is let in. */
function permission(ground: Ground, sentence: Span): FoundClaim[] {
  const { reply } = ground;
  const condition = reply.cues.in(sentence, 'condition');
  if (!condition || reply.isAsked(sentence.to - 1) || reply.isDenied(condition.from)) return [];
  const permits = reply.cues
    .all(sentence, 'permits')
    .filter(({ from, to }) => !reply.isDenied(from) && !isTurned(ground, { from, to }));
  const isRefusing = reply.cues
    .all(sentence, 'denies')
    .some(({ from }) => from > condition.from && !isHarmless(ground, from));
  const isCareful = reply.cues.in(sentence, 'examines') !== undefined;
  if (permits.length === 0 || isRefusing || isCareful) return [];
  const place = permits[0];
  if (!place) return [];
  const isPregnant = reply.cues.in(sentence, 'pregnancy') !== undefined;
  const treatments = treatmentsIn(ground, sentence);
  const isMild = treatments.length > 0 && treatments.every((treatment) => isOpenTo(treatment, isPregnant));
  return isMild ? [] : [refused(ground, place, 'unsafe_reassurance')];
}

/** "chỉ nên làm" narrows; "được bác sĩ khám" permits nothing. */
function isTurned({ reply }: Ground, { from, to }: Span): boolean {
  const words = plain(reply.words({ from: Math.max(0, from - 2), to: to + 3 }));
  return /duoc (bac si|kham|tu van|ho tro|goi)|biet duoc|co duoc khong/.test(words);
}

/** "không sao", "không ảnh hưởng" deny a danger, not the treatment. */
function isHarmless({ reply }: Ground, at: number): boolean {
  return /^(khong|chang|no|not) (sao|anh huong|hai|can lo|van de|gi|problem|problems|worry|risk)/.test(
    plain(reply.words({ from: at, to: at + 3 })),
  );
}

function isOpenTo({ contraindications, category }: Treatment, isPregnant: boolean): boolean {
  const excluded = contraindications.map(plain).join(' ');
  return isPregnant && !/thai|bu/.test(excluded) && plain(category) === 'cham soc da';
}
