import { asks } from './asking.ts';
import { vocabulary } from './setup.ts';

/** What must be known before a time is worth talking about: which treatment, which area, and that nothing speaks against it. */
export const qualify = vocabulary.createStateConfig({
  initial: 'checking',
  states: {
    checking: {
      always: [
        { guard: 'treatmentUnknown', target: 'askingTreatment' },
        { guard: 'areaUnknown', target: 'askingArea' },
        { guard: 'notScreened', target: 'askingScreening' },
        { target: '#book' },
      ],
    },
    askingTreatment: { entry: asks(() => ({ question: 'treatment', key: 'ask.treatment' })) },
    askingArea: {
      entry: asks(({ context }) => ({
        question: 'area',
        key: 'ask.area',
        facts: { treatment: context.wish.treatment ?? null },
        choices: (context.needs?.areas ?? []).map((area) => ({
          kind: 'area',
          treatment: context.wish.treatment ?? '',
          area,
        })),
      })),
    },
    askingScreening: {
      entry: asks(({ context }) => ({
        question: 'screening',
        key: 'ask.screening',
        facts: { treatment: context.wish.treatment ?? null },
        choices: [{ kind: 'no' }, { kind: 'yes' }],
      })),
    },
  },
});
