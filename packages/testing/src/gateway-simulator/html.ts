// Plain pages from the server: no script, one style sheet, everything that came from outside escaped.

/** Markup that is finished. */
export class Html {
  readonly text: string;
  constructor(text: string) { this.text = text; }
}
type Part = Html | string | number | undefined | readonly Html[];

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const written = (part: Part): string => (part === undefined ? '' : part instanceof Html ? part.text : Array.isArray(part) ? part.map(written).join('') : String(part as string | number).replace(/[&<>"']/g, (sign) => signs[sign]!));

export const html = (texts: TemplateStringsArray, ...parts: Part[]): Html => new Html(texts.reduce((all, text, at) => all + written(parts[at - 1]) + text));

/** `8.000 đồng` */
export const money = (amount: number): string => `${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')} đồng`;
/** ms → `09:45:00, 15/10/2026`, as a clock in Vietnam shows it */
export function clock(ms: number): string {
  const [day = '', time = ''] = new Date(ms + 7 * 3_600_000).toISOString().split(/[T.]/);
  return `${time}, ${day.split('-').reverse().join('/')}`;
}

export const page = (title: string, main: Html): string => html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} – Cổng thanh toán mô phỏng</title>
<link rel="stylesheet" href="/simulator.css">
</head>
<body>
<header><div><p class="sign">Cổng thanh toán mô phỏng</p><p>Trang này chỉ để thử phần mềm. Đây không phải ngân hàng, và không có tiền thật nào được chuyển.</p></div></header>
<main>
${main}
</main>
</body>
</html>
`.text;

/** @param origins where a form's answer may lead */
export const policy = (origins: readonly string[]): string => `default-src 'none'; style-src 'self'; form-action ${["'self'", ...new Set(origins)].join(' ')}; base-uri 'none'; frame-ancestors 'none'`;

export const css = `
:root { color-scheme: light; --ink: #1c2733; --soft: #4a5866; --line: #b9c4ce; --paper: #fff; --ground: #eef2f5; --act: #0b5d8a; --sign: #7a4a00; --sign-ground: #fff3d6; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1em/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: anywhere; }
header { background: var(--sign-ground); color: var(--sign); border-bottom: 3px double currentColor; padding: .9em 0; }
header div { max-width: 42em; margin: 0 auto; padding: 0 1em; }
header p { margin: 0; }
.sign { font-weight: 700; font-size: 1.1em; }
main { max-width: 42em; margin: 0 auto; padding: 1em; }
h1 { font-size: 1.5em; line-height: 1.3; margin: .5em 0 .7em; }
h2 { font-size: 1.1em; margin: 1.6em 0 .4em; }
.sheet { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: 1em 1.2em; margin: 0 0 1.2em; }
.sheet h2 { margin-top: 0; }
.amount { font-size: 1.7em; font-weight: 700; margin: 0 0 .4em; font-variant-numeric: tabular-nums; }
dl { display: grid; grid-template-columns: minmax(8em, max-content) 1fr; gap: .35em 1.2em; margin: 0; }
dt { color: var(--soft); }
dd { margin: 0; }
fieldset { border: 1px solid var(--line); border-radius: 10px; background: var(--paper); padding: .6em 1.2em 1em; margin: 0 0 1.2em; min-width: 0; }
legend { font-weight: 600; padding: 0 .4em; }
.choice { display: flex; gap: .7em; align-items: center; min-height: 2.75em; padding: .35em 0; line-height: 1.35; }
.choice input { width: 1.25em; height: 1.25em; flex: none; margin: 0; accent-color: var(--act); }
label.field { display: block; font-weight: 600; margin: .8em 0 .25em; }
input[type=text], input[type=number] { font: inherit; color: inherit; width: 100%; min-height: 2.75em; padding: .4em .7em; border: 1px solid var(--soft); border-radius: 6px; background: var(--paper); }
input.short { max-width: 9em; }
.hint { color: var(--soft); margin: .6em 0 .4em; }
.actions { display: grid; gap: .7em; margin-top: .8em; }
a { color: var(--act); }
button, a.button { font: inherit; font-weight: 600; display: block; width: 100%; min-height: 2.9em; padding: .55em 1em; border: 2px solid var(--act); border-radius: 8px; background: var(--paper); color: var(--act); cursor: pointer; text-align: center; text-decoration: none; }
button.main, a.button { background: var(--act); color: #fff; }
button:hover, a.button:hover { text-decoration: underline; }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
code { font-size: .9em; }
.result { font-size: 1.15em; }
@media (min-width: 40em) { .actions { grid-template-columns: 1fr 1fr; } .actions .main { grid-column: 1 / -1; } }
@media (max-width: 26em) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .6em; } }
@media (forced-colors: active) { .sheet, fieldset, header { border-color: CanvasText; } }
`;
