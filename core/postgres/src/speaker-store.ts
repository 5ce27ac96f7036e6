import { InboundEvent, type SpeakerStore } from '@glowbot/core';
import type { Database } from './database/database.ts';
import { clinicOf, clinicsOf } from './scope.ts';
import {
  quietWaiting,
  readEchoes,
  readListed,
  readSpeakers,
  storeListed,
  storeNotes,
} from './sql/speakers.ts';

export function speakerStore(database: Database): SpeakerStore {
  return {
    speakers: (scope, accountId) =>
      database.inScope(scope, async (run) =>
        (await readSpeakers(run, clinicsOf(scope), accountId)).map(({ messages, ...speaker }) => ({
          ...speaker,
          messages: Number(messages),
        })),
      ),
    listSpeaker: (scope, accountId, listed) =>
      database.inScope(scope, (run) => storeListed(run, clinicOf(scope), accountId, listed)),
    listedSpeakers: (scope, accountId) =>
      database.inScope(scope, (run) => readListed(run, clinicsOf(scope), accountId)),
    noteSpeakers: (scope, accountId, notes) =>
      database.inScope(scope, (run) => storeNotes(run, clinicOf(scope), accountId, notes)),
    quietWaiting: (scope, accountId, appId, reason) =>
      database.inScope(scope, (run) => quietWaiting(run, clinicOf(scope), accountId, appId, reason)),
    foreignWords: (scope, conversationId) =>
      database.inScope(scope, async (run) =>
        (await readEchoes(run, clinicsOf(scope), conversationId)).flatMap(({ event, reason }) => {
          const echo = InboundEvent.parse(JSON.parse(event));
          if (echo.kind !== 'echo') return [];
          const speaker = reason ?? echo.speaker?.class ?? 'waiting';
          return [{ at: echo.at, text: echo.text, appId: echo.appId ?? null, speaker }];
        }),
      ),
  };
}
