import {
  type AlertJob,
  type AlertSettlement,
  GlowBotError,
  type HandoffRecord,
  type HandoffStore,
  minuteMs,
} from '@glowbot/core';
import { claimBriefs, storeBrief } from './briefs.ts';
import { end } from './handing-over.ts';
import type { House } from './house.ts';
import { keepHouseEvent } from './receiving.ts';
import type { AlertRow, ConversationRow, HandoffRow } from './rows.ts';
import { clinicOf, clinicsOf, issueScope } from './scope.ts';

/** No attempt lasts longer; an alert held for more was lost sight of. */
const longestClaimMs = minuteMs;

export function handoffStore(house: House): HandoffStore {
  const handoffsOf = (clinicIds: readonly string[]) =>
    [...house.conversations.values()]
      .filter(({ clinicId }) => clinicIds.includes(clinicId))
      .flatMap((row) => row.handoffs.map((handoff) => ({ row, handoff })));
  const find = (clinicIds: readonly string[], id: string) =>
    handoffsOf(clinicIds).find(({ handoff }) => handoff.id === id);

  return {
    openHandoffs: async (scope) =>
      handoffsOf(clinicsOf(scope))
        .filter(({ handoff }) => handoff.closedAt === null)
        .toSorted(
          (one, other) =>
            rank(one.handoff) - rank(other.handoff) || one.handoff.openedAt - other.handoff.openedAt,
        )
        .map(({ row, handoff }) => toHandoff(house, row, handoff)),

    async handoff(scope, id) {
      const found = find(clinicsOf(scope), id);
      return found && toHandoff(house, found.row, found.handoff);
    },

    claimAlerts: async (workerId, limit) => claimAlerts(house, workerId, limit),

    async settleAlerts(workerId, settlements) {
      for (const settlement of settlements) settleAlert(house, workerId, settlement);
    },

    claimBriefs: async (limit) => claimBriefs(house, limit),
    storeBrief: async (job, brief) => storeBrief(house, job, brief),

    async issueHandoffLink(scope, link) {
      const clinicId = clinicOf(scope);
      if (!find([clinicId], link.handoffId))
        throw new GlowBotError('RECORD_MISSING', `There is no handoff ${link.handoffId}.`);
      const token = `${house.newId()}-${house.newId()}`;
      house.links.set(token, { ...link, clinicId, isUsed: false });
      return token;
    },

    async handoffLink(token, at) {
      const link = house.links.get(token);
      const found = link && find([link.clinicId], link.handoffId);
      if (!found) return undefined;
      return {
        scope: issueScope([link.clinicId]),
        person: link.person,
        handoff: toHandoff(house, found.row, found.handoff),
        state: link.isUsed ? 'used' : link.expiresAt <= at ? 'expired' : 'open',
      };
    },

    async useHandoffLink(token, eventId, at) {
      const link = house.links.get(token);
      const found = link && find([link.clinicId], link.handoffId);
      if (!found || link.isUsed || link.expiresAt <= at || isAnswered(found.handoff)) return false;
      link.isUsed = true;
      keepHouseEvent(house, found.row, { kind: 'staff.acknowledged', id: eventId, at, by: link.person });
      return true;
    },
  };
}

const isAnswered = ({ acknowledgedAt, closedAt }: HandoffRow) => acknowledgedAt !== null || closedAt !== null;

/** Emergencies first, and last those somebody has in hand. */
const rank = ({ acknowledgedAt, priority }: HandoffRow) =>
  acknowledgedAt !== null ? 2 : priority === 'urgent' ? 0 : 1;

function toHandoff(house: House, row: ConversationRow, handoff: HandoffRow): HandoffRecord {
  const alerts = [...house.alerts.values()].filter((alert) => alert.handoff === handoff);
  return {
    ...handoff,
    conversationId: row.id,
    channel: row.channel,
    customerName: row.customer.name,
    calls: handoff.calls.map(({ seq, ...call }) => ({
      ...call,
      alerts: alerts
        .filter(({ callSeq }) => callSeq === seq)
        .map(({ state, dueAt, attempts }) => ({ state, dueAt, attempts: [...attempts] })),
    })),
  };
}

function claimAlerts(house: House, workerId: string, limit: number): AlertJob[] {
  if (limit < 1 || !house.isAlive(workerId)) return [];
  const due = [...house.alerts.values()]
    .filter((alert) => alert.state === 'queued' && alert.dueAt <= house.clock() && isFree(house, alert))
    .toSorted((one, other) => one.dueAt - other.dueAt)
    .slice(0, limit);
  return due.map((alert) => {
    Object.assign(alert, { workerId, claimedAt: house.leaseClock() });
    const { id, person, notifiers, tries, handoff, conversation } = alert;
    const { clinicId } = conversation;
    return {
      id,
      clinicId,
      scope: issueScope([clinicId]),
      clinicVersion: house.clinics.get(clinicId)?.version ?? 0,
      handoffId: handoff.id,
      reason: handoff.reason,
      priority: handoff.priority,
      openedAt: handoff.openedAt,
      answerBy: handoff.answerBy,
      person,
      notifiers: [...notifiers],
      attempts: tries,
    };
  });
}

const isFree = (house: House, { workerId, claimedAt }: AlertRow) =>
  workerId === null || !house.isAlive(workerId) || (claimedAt ?? 0) < house.leaseClock() - longestClaimMs;

function settleAlert(house: House, workerId: string, settlement: AlertSettlement): void {
  const alert = house.alerts.get(settlement.id);
  if (!alert) return;
  const { kind, notifier, code } = settlement;
  alert.attempts.push({ notifier, outcome: kind, code, at: house.clock() });
  if (alert.workerId !== workerId || alert.state !== 'queued') return;
  end(alert, 'queued');
  if (kind === 'delivered') end(alert, 'delivered');
  if (kind === 'retry')
    Object.assign(alert, { tries: alert.tries + 1, dueAt: house.clock() + settlement.afterMs });
  if (kind !== 'failed') return;
  if (alert.notifiers.length > 1) Object.assign(alert, { notifiers: alert.notifiers.slice(1), tries: 0 });
  else end(alert, 'failed');
  endHopelessClock(house, alert);
}

/** When the last alert of a call has failed, the person cannot be reached, and the next need not wait for them. */
function endHopelessClock(house: House, { handoff, callSeq, conversation: { timers } }: AlertRow): void {
  const isHopeless = [...house.alerts.values()]
    .filter((alert) => alert.handoff === handoff && alert.callSeq === callSeq)
    .every(({ state }) => state === 'failed' || state === 'withdrawn');
  const due = timers.get('unattended');
  if (!isHopeless || due === undefined || handoff.calls.at(-1)?.seq !== callSeq) return;
  timers.set('unattended', Math.min(due, house.clock()));
}
