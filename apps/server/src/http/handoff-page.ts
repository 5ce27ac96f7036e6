import Router from '@koa/router';
import {
  type Clinic,
  type EngineParts,
  type HandoffLink,
  handoffReasonWords,
  onCallOf,
  toLocal,
} from '@glowbot/core';
import type { Context } from 'koa';
import { type Html, html, look, sendPage } from './html.ts';

type PageParts = Pick<EngineParts, 'store' | 'clock' | 'newId'> & { wake: () => void };

const shownMessages = 10;

/**
 * Where the link in an alert leads: one handoff, one person, once, without a login. Looking tells why and since when, and nothing
 * about the customer; only the press of the button acknowledges, because programs that preview links look, and press nothing.
 */
export function handoffPage(parts: PageParts): Router {
  const router = new Router({ prefix: '/h' });

  router.get('/look.css', (ctx) => {
    ctx.type = 'text/css';
    ctx.set('cache-control', 'public, max-age=3600');
    ctx.body = look;
  });

  router.get('/:token', async (ctx) => {
    const link = await linkOf(parts, ctx);
    if (!link) return gone(ctx);
    const { clinic } = await parts.store.loadClinic(link.scope);
    const { handoff } = link;
    if (handoff.closedAt !== null || handoff.acknowledgedAt !== null || link.state !== 'open')
      return over(ctx, link, clinic);
    sendPage(
      ctx,
      200,
      'Khách đang chờ',
      html`${about(link, clinic)}
<form method="post"><button type="submit">${nameOf(clinic, link.person)} nhận khách này</button></form>
<p><small>Bấm nhận thì hệ thống thôi gọi người khác. Liên kết này chỉ dùng được một lần.</small></p>`,
    );
  });

  router.post('/:token', async (ctx) => {
    const link = await linkOf(parts, ctx);
    if (!link) return gone(ctx);
    const { clinic } = await parts.store.loadClinic(link.scope);
    const eventId = `staff.acknowledged:${parts.newId()}`;
    const isTaken = await parts.store.useHandoffLink(tokenOf(ctx), eventId, parts.clock());
    if (!isTaken) return over(ctx, link, clinic);
    parts.wake();
    sendPage(
      ctx,
      200,
      'Đã nhận',
      html`<h1>Cảm ơn ${nameOf(clinic, link.person)}, khách này giờ do mình phụ trách.</h1>
${about(link, clinic)}${await lately(parts, link, clinic)}
<p>Trả lời khách ngay trong hộp thư của kênh, hoặc trên bảng điều khiển: trợ lý sẽ im lặng cho đến khi được giao lại.</p>`,
    );
  });

  return router;
}

const tokenOf = (ctx: Context): string => ctx.path.split('/').at(-1) ?? '';

async function linkOf(parts: PageParts, ctx: Context): Promise<HandoffLink | undefined> {
  return /^[\w-]{40,60}$/.test(tokenOf(ctx))
    ? parts.store.handoffLink(tokenOf(ctx), parts.clock())
    : undefined;
}

function gone(ctx: Context): void {
  sendPage(ctx, 404, 'Liên kết không dùng được', html`<h1>Liên kết này không dùng được.</h1>`);
}

/** Used, too late, or somebody else was quicker: say which, and no more. */
function over(ctx: Context, { handoff, state }: HandoffLink, clinic: Clinic): void {
  const by = handoff.owner === null ? 'Một người khác' : nameOf(clinic, handoff.owner);
  const why =
    handoff.closedAt !== null
      ? 'Khách này đã được hỗ trợ xong.'
      : handoff.acknowledgedAt !== null
        ? `${by} đã nhận khách này lúc ${clock(clinic, handoff.acknowledgedAt)}.`
        : state === 'used'
          ? 'Liên kết này đã được dùng.'
          : 'Liên kết này đã hết hạn.';
  sendPage(ctx, 410, 'Không còn chờ', html`<h1>${why}</h1>`);
}

function about({ handoff }: HandoffLink, clinic: Clinic): Html {
  const until =
    handoff.answerBy === null
      ? html``
      : html`<p>Đến ${clock(clinic, handoff.answerBy)} chưa ai nhận thì hệ thống gọi người tiếp theo.</p>`;
  const urgent =
    handoff.priority === 'urgent' ? html`<p class="urgent"><strong>Khẩn cấp</strong></p>` : html``;
  return html`${urgent}<h1>${clinic.shortName}: ${handoffReasonWords[handoff.reason]}</h1>
<p>Khách chờ từ ${clock(clinic, handoff.openedAt)}.</p>${until}`;
}

/** Who it is, what it is about, and what was said last: shown once, to whoever took it. */
async function lately({ store }: PageParts, { scope, handoff }: HandoffLink, clinic: Clinic): Promise<Html> {
  const conversation = await store.conversation(scope, handoff.conversationId);
  const authors = { customer: 'Khách', staff: 'Nhân viên', bot: 'Trợ lý' } as const;
  const messages = (conversation?.messages ?? []).slice(-shownMessages);
  const brief = handoff.brief === null ? html`` : html`<p>${handoff.brief.summary}</p>`;
  return html`<p>Khách: <strong>${conversation?.customerName ?? 'chưa rõ tên'}</strong></p>${brief}<ol>${messages.map(
    ({ author, text, at }) =>
      html`<li><small>${authors[author]}, ${clock(clinic, at)}</small><br>${text}</li>`,
  )}</ol>`;
}

const clock = (clinic: Clinic, at: number) => toLocal(at, clinic.zone).time;

function nameOf(clinic: Clinic, key: string): string {
  return onCallOf(clinic).people.find((person) => person.key === key)?.name ?? 'nhân viên';
}
