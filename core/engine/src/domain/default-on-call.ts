import type { CallChain, CallStep, Clinic, Duty, OnCall, OnCallPerson } from './clinic.ts';
import { weekdays } from './clinic-time.ts';

/** Minutes a person has to answer, and minutes the customer is promised, as long as a clinic has not said otherwise. */
const minutes = {
  medical: { toAnswer: 5, promised: 15 },
  complaint: { toAnswer: 30, promised: 120 },
  human: { toAnswer: 15, promised: 60 },
} as const;

type Topic = keyof typeof minutes;

/** A rota for a clinic that has not written one: those its handoff records name, on duty while a branch is open. */
export function defaultOnCall(
  clinic: Pick<Clinic, 'handoff' | 'branches' | 'hotline' | 'medicalHotline'>,
): OnCall {
  const people = new Map<string, OnCallPerson>();
  for (const topic of ['medical', 'complaint', 'human'] as const) {
    const { to, phone } = clinic.handoff[topic];
    const hotline = topic === 'medical' ? clinic.medicalHotline : clinic.hotline;
    if (!people.has(to))
      people.set(to, { key: topic, name: to, role: topic, phone: phone ?? hotline, ways: [] });
  }
  const duties = [...people.values()].flatMap(({ key }) =>
    clinic.branches.flatMap(({ hours }) =>
      weekdays.flatMap((weekday): Duty[] => {
        const span = hours[weekday];
        return span ? [{ person: key, weekday, from: span.open, to: span.close, onHolidays: false }] : [];
      }),
    ),
  );
  /** One person may stand for several topics; a chain names each person once. */
  const chain = (topic: Topic, ...backups: Topic[]): CallChain => {
    const keys = [topic, ...backups].map((one) => people.get(clinic.handoff[one].to)?.key ?? one);
    const [first, ...others] = [...new Set(keys)].map(
      (person): CallStep => ({ person, minutes: minutes[topic].toAnswer }),
    );
    return {
      promiseMinutes: minutes[topic].promised,
      steps: [first ?? { role: topic, minutes: 1 }, ...others],
    };
  };
  return {
    people: [...people.values()],
    duties,
    chains: {
      medical: chain('medical', 'complaint', 'human'),
      complaint: chain('complaint', 'human'),
      human_request: chain('human', 'complaint'),
    },
  };
}
