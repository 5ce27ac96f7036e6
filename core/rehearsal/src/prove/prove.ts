import {
  type Clinic,
  copyKeys,
  dayMs,
  type Instant,
  toInstant,
  toLocal,
  type UncoveredHours,
  uncoveredHours,
  weekdayOf,
} from '@glowbot/core';
import { shrinkActs } from '../crowd/shrink.ts';
import type { Stage } from '../stage/stage.ts';
import type { Finding, FindingKind, RecordFault } from './finding.ts';
import { keysOf, type Play, play } from './play.ts';
import { booking, programmeFor, visit } from './programme.ts';
import { promotionFaults } from './promotion-faults.ts';
import { inOrder, type Script, says } from './script.ts';
import { sentenceFaults } from './sentence-faults.ts';
import { aftercareFaults, bookableFaults, bookablesOf } from './treatment-faults.ts';

export type ProveReport = {
  findings: readonly Finding[];
  dialogues: number;
  /** How many different sentences were heard, of how many; and which were not. */
  heard: number;
  sentences: number;
  unheard: readonly string[];
};

export type ProveOptions = { now: Instant; onDialogue?: (done: number, all: number) => void };

/**
 * Holds the charts against a clinic's records: what the records alone show to be wrong, and everything they let customers do,
 * rehearsed once each. Each finding comes with the shortest conversation that shows it.
 */
export async function prove(stage: Stage, { now, onDialogue }: ProveOptions): Promise<ProveReport> {
  const { clinic } = stage;
  const known = knownFaults(clinic, now);
  const findings = new Map<string, Finding>();
  const keep = (finding: Finding) => {
    const name = `${finding.kind} ${finding.about} ${finding.why}`;
    if (!findings.has(name)) findings.set(name, finding);
  };
  const isKnown = ({ about }: Script) =>
    known.some(({ fault }) => fault.kind === 'treatment' && fault.about === about);

  const programme = programmeFor(clinic, now);
  const all = known.length + programme.length;
  const heard = new Set<string>();
  let done = 0;
  const count = () => {
    done += 1;
    onDialogue?.(done, all);
  };
  for (const { fault, script } of known) {
    const played = await play(stage, script.at, script.next);
    keep({
      ...fault,
      conversation: await shortest(stage, played, (one) => script.wrong?.(one) !== undefined),
    });
    count();
  }
  for (const script of programme) {
    const played = await play(stage, script.at, script.next);
    for (const key of keysOf(played)) heard.add(key);
    for (const { fault, shows } of faultsOf(played, script, clinic)) {
      if (fault.kind === 'treatment' && isKnown(script)) continue;
      if (findings.has(`${fault.kind} ${fault.about} ${fault.why}`)) continue;
      keep({ ...fault, conversation: await shortest(stage, played, shows) });
    }
    count();
  }
  return {
    findings: [...findings.values()],
    dialogues: all,
    heard: heard.size,
    sentences: copyKeys.length,
    unheard: copyKeys.filter((key) => !heard.has(key)),
  };
}

type Shown = { fault: RecordFault; shows: (play: Play) => boolean };

/** Everything that is wrong with how a dialogue went, each with how to recognise it in a shorter one. */
function faultsOf(played: Play, { about, wrong }: Script, clinic: Clinic): Shown[] {
  const why = wrong?.(played);
  const shown = (kind: FindingKind, what: string, found: string, shows: Shown['shows']): Shown => ({
    fault: { kind, about: what, why: found },
    shows,
  });
  const inSentences = (one: Play) => one.said.flatMap(({ plan, at }) => sentenceFaults(plan, clinic, at));
  return [
    ...(why === undefined ? [] : [shown('treatment', about, why, (one) => wrong?.(one) === why)]),
    ...played.troubles.map((trouble) =>
      shown('inside', 'the engine', trouble, (one) => one.troubles.includes(trouble)),
    ),
    ...played.doubts.map((doubt) =>
      isOutsideValidity(doubt)
        ? shown('promotion', about, 'it is offered on a day on which it does not hold', (one) =>
            one.doubts.some(isOutsideValidity),
          )
        : shown('sentence', doubt, 'the records do not back what is said', (one) =>
            one.doubts.includes(doubt),
          ),
    ),
    ...inSentences(played).map(({ key, language, found }) =>
      shown('sentence', `${key} in ${language}`, `it does not come out whole: ${found}`, (one) =>
        inSentences(one).some((other) => other.key === key && other.language === language),
      ),
    ),
  ];
}

const isOutsideValidity = (doubt: string) => /expired_promo|future_promo/.test(doubt);

/** The smallest part of a dialogue that still shows something, played once more to write it down. */
async function shortest(
  stage: Stage,
  played: Play,
  shows: (play: Play) => boolean,
): Promise<Finding['conversation']> {
  const again = (acts: Play['acts']) => play(stage, played.at, (turn) => acts[turn]);
  const trial = async (acts: Play['acts']) => (shows(await again(acts)) ? 'shown' : undefined);
  if ((await trial(played.acts)) === undefined) return null;
  const { at, lines } = await again(await shrinkActs(played.acts, 'shown', trial));
  return { at, lines };
}

/** What the records alone show, with a dialogue in which a customer would notice. */
function knownFaults(clinic: Clinic, now: Instant): { fault: RecordFault; script: Script }[] {
  const bookables = bookablesOf(clinic);
  return [
    ...bookableFaults(clinic, now).map(({ bookable, ...fault }) => ({
      fault,
      script: booking(clinic, bookable, now),
    })),
    ...aftercareFaults(clinic).flatMap(({ treatment, ...fault }) => {
      const bookable = bookables.find((one) => one.treatment === treatment);
      return bookable ? [{ fault, script: visit(clinic, bookable, now) }] : [];
    }),
    ...promotionFaults(clinic).map(({ promotion, ...fault }) => ({
      fault,
      script: asking(fault.about, `chương trình ${promotion.title} còn không em`, now),
    })),
    ...uncovered(clinic, now),
  ];
}

/** A dialogue of one message; whatever is answered shows the fault. */
const asking = (about: string, text: string, at: Instant): Script => ({
  about,
  at,
  next: inOrder(says(text)),
  wrong: () => 'as the records say',
});

/** Hours of the week in which nobody is there for a handoff, each with somebody who needs one just then. */
function uncovered(clinic: Clinic, now: Instant): { fault: RecordFault; script: Script }[] {
  return uncoveredHours(clinic).map((hours) => {
    const { reason, weekday, from, to } = hours;
    const about = `${reason}, ${weekday} ${from}–${to}`;
    return {
      fault: { kind: 'handoff', about, why: 'nobody of its call chain is on duty' },
      script: asking(
        about,
        reason === 'medical' ? 'em vừa tiêm filler xong mắt nhìn mờ' : 'cho gặp nhân viên',
        nextSuch(hours, clinic, now),
      ),
    };
  });
}

function nextSuch({ weekday, from }: UncoveredHours, { zone }: Clinic, now: Instant): Instant {
  const days = Array.from({ length: 8 }, (_, nth) => toLocal(now + nth * dayMs, zone).date);
  const date = days.find(
    (day) => weekdayOf(day) === weekday && toInstant({ date: day, time: from }, zone) >= now,
  );
  return date === undefined ? now : toInstant({ date, time: from }, zone);
}
