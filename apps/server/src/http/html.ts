import type { Context } from 'koa';

/** Text that is already HTML. */
export type Html = { readonly html: string };

/** Whatever is put in as text stays text. */
export function html(
  parts: TemplateStringsArray,
  ...values: readonly (string | Html | readonly Html[])[]
): Html {
  const inner = values.map((value) =>
    typeof value === 'string'
      ? escape(value)
      : [value]
          .flat()
          .map((piece) => piece.html)
          .join(''),
  );
  return { html: parts.map((part, index) => part + (inner[index] ?? '')).join('') };
}

const escape = (text: string) =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0) ?? 0};`);

/** A page of its own: no script, one style sheet, and forms that lead back here. */
export function sendPage(ctx: Context, status: number, title: string, body: Html, head: Html = html``): void {
  ctx.status = status;
  ctx.type = 'text/html; charset=utf-8';
  ctx.set({
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex',
    'content-security-policy':
      "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  });
  ctx.body = `<!doctype html>${
    html`<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><link rel="stylesheet" href="/h/look.css">${head}</head><body><main>${body}</main></body></html>`
      .html
  }`;
}

/** The look of such a page: readable on a phone, by day and by night. */
export const look = `:root{color-scheme:light dark;font:1.05rem/1.5 system-ui,sans-serif}
body{margin:0;padding:1.25rem;background:light-dark(#faf7f5,#191615);color:light-dark(#2b2320,#f1ebe7)}
main{max-width:34rem;margin:auto}
h1{font-size:1.35rem;line-height:1.3}
.urgent{color:light-dark(#b3261e,#ff8a80)}
button,.link{display:block;width:100%;box-sizing:border-box;padding:.9rem;border:0;border-radius:.7rem;background:#8a3d5c;
color:#fff;font:inherit;font-weight:600;text-align:center;text-decoration:none}
ol{list-style:none;padding:0}
li{margin:.5rem 0;padding:.6rem .8rem;border-radius:.7rem;background:light-dark(#fff,#26211f);overflow-wrap:anywhere}
small{opacity:.75}
`;
