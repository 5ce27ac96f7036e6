import { en } from './en.js';
import { vi } from './vi.js';

/**
 * @typedef {'vi' | 'en'} Language
 * @typedef {{ long: string, short: string }} StateWords `long` says what is going on, `short` fits the chart.
 * @typedef {object} Catalogue The plain words of one language. Names that it lacks are shown as they are.
 * @property {Ui} ui
 * @property {Record<string, string>} modes
 * @property {Record<string, string>} channels
 * @property {Record<string, string>} deliveries
 * @property {Record<string, string>} appointmentStatuses
 * @property {Record<string, StateWords>} states by path
 * @property {Record<string, string>} events
 * @property {Record<string, string>} copyKeys
 * @property {Record<string, string>} effects
 * @property {Record<string, string>} reasons
 * @property {Record<string, string>} modelStates
 * @property {Record<string, string>} modelFailures
 *
 * @typedef {'title' | 'tagline' | 'skip' | 'signOut' | 'otherLanguage' | 'otherLanguageHint' | 'entryTitle' | 'entryWhy'
 *   | 'entryHow' | 'entryPaste' | 'entryLabel' | 'entryButton' | 'entryWrong' | 'entryRefused' | 'entryPrivacy' | 'live'
 *   | 'connecting' | 'lost' | 'lostShort' | 'retryNow' | 'caughtUp' | 'conversations' | 'noConversations' | 'loading' | 'unnamed'
 *   | 'noMessageYet' | 'chooseOne' | 'notFound' | 'back' | 'backHint' | 'thread' | 'machine' | 'steps' | 'appointments'
 *   | 'panes' | 'customer' | 'staff' | 'bot' | 'noMessages' | 'attachment' | 'now' | 'nowHandoff' | 'chart'
 *   | 'chartLegendCurrent' | 'chartLegendVisited' | 'chartMissing' | 'stateUnknown' | 'next' | 'initial' | 'stepsSoFar'
 *   | 'newestFirst' | 'noSteps' | 'stayed' | 'unhandled' | 'said' | 'asked' | 'noAppointments' | 'with' | 'at' | 'room'
 *   | 'takeOver' | 'takeOverHint' | 'release' | 'releaseHint' | 'takeOverSent' | 'releaseSent' | 'withStaff'
 *   | 'waitingForStaff' | 'briefByModel' | 'briefByRules' | 'briefReplies' | 'useReply' | 'composeName' | 'composeSend' | 'composeHint' | 'refusals' | 'refusalsWhy'
 *   | 'refusedWording' | 'refusedBrief' | 'modelName' | 'modelHelping' | 'modelAway' | 'modelMonth' | 'modelTurns'
 *   | 'modelWithoutCall' | 'modelCalls' | 'modelRefused' | 'modelFailed' | 'modelCacheRead' | 'modelTokens'
 *   | 'modelTokensLeft' | 'modelCost' | 'close' | 'problemOffline' | 'problemGone' | 'problemServer'} Phrase
 *
 * @typedef {Record<Phrase, string> & {
 *   lostRetry: (seconds: number) => string,
 *   conversationCount: (count: number) => string,
 *   waitingCount: (count: number) => string,
 *   timesAsked: (times: number) => string,
 *   announceStep: (customer: string, state: string) => string,
 *   attachments: Record<string, string>,
 * }} Ui
 */

/** @type {Record<Language, Catalogue>} */
export const catalogues = { vi, en };

/**
 * The words for everything the API names, in one language; a name nobody has worded yet is shown raw.
 * @param {Language} language
 */
export function wordsIn(language) {
  const catalogue = catalogues[language];
  return {
    language,
    ui: catalogue.ui,
    /** A phrase that a place in the page asks for by name. @param {string} name */
    phrase(name) {
      const found = Object.entries(catalogue.ui).find(([phrase]) => phrase === name)?.[1];
      return typeof found === 'string' ? found : name;
    },
    mode: worded(catalogue.modes),
    channel: worded(catalogue.channels),
    delivery: worded(catalogue.deliveries),
    appointmentStatus: worded(catalogue.appointmentStatuses),
    event: worded(catalogue.events),
    copyKey: worded(catalogue.copyKeys),
    effect: worded(catalogue.effects),
    reason: worded(catalogue.reasons),
    modelState: worded(catalogue.modelStates),
    modelFailure: worded(catalogue.modelFailures),
    attachment: (/** @type {string} */ type) => catalogue.ui.attachments[type] ?? catalogue.ui.attachment,
    /** "Đang hỏi giờ hẹn" @param {string} path */
    state: (path) => stateWords(catalogue, path)?.long ?? path,
    /** "Hỏi giờ hẹn"; of a state nobody has worded its own name, without the states around it. @param {string} path */
    stateShort: (path) => stateWords(catalogue, path)?.short ?? path.slice(path.lastIndexOf('.') + 1),
  };
}

/** @typedef {ReturnType<typeof wordsIn>} Words */

/** @param {Catalogue} catalogue @param {string} path */
function stateWords({ states }, path) {
  return Object.hasOwn(states, path) ? states[path] : undefined;
}

/** @param {Record<string, string>} names @returns {(name: string) => string} */
function worded(names) {
  return (name) => (Object.hasOwn(names, name) ? names[name] : undefined) ?? name;
}
