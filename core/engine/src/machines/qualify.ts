import { asks } from './asking.ts';
import { nudgeLater } from './orders.ts';
import * as question from './questions.ts';
import { vocabulary } from './setup.ts';

/** What must be known before a time is worth talking about: which treatment, which area, and that nothing speaks against it. */
export const qualify = vocabulary.createStateConfig({
  id: 'qualify',
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
    askingTreatment: { entry: [...asks(question.whichTreatment), nudgeLater] },
    askingArea: { entry: [...asks(question.whichArea), nudgeLater] },
    askingScreening: { entry: [...asks(question.screening), nudgeLater] },
  },
});
