import Router from '@koa/router';
import type { DemoMailbox } from '../notifiers/demo-mailbox.ts';
import { html, sendPage } from './html.ts';

/** What the demo's people on call have been told, newest first; it looks again by itself. */
export function demoMailboxPage(mailbox: DemoMailbox): Router {
  const router = new Router();
  router.get('/demo/alerts', (ctx) => {
    const list = mailbox.letters().map(
      ({ notifier, to, at, title, text, link, priority }) => html`<li>
<small>${new Date(at).toLocaleTimeString('vi-VN')} · ${notifier} · ${to}</small><br>
<strong${priority === 'urgent' ? html` class="urgent"` : html``}>${title}</strong><br>${text}<br>
<a href="${link}">${link}</a></li>`,
    );
    const body = list.length === 0 ? html`<p>Chưa có ai được gọi.</p>` : html`<ol>${list}</ol>`;
    sendPage(
      ctx,
      200,
      'Hộp thư của người trực',
      html`<h1>Hộp thư của người trực</h1>${body}`,
      html`<meta http-equiv="refresh" content="3">`,
    );
  });
  return router;
}
