// Components that ask nothing: words, buttons, what the portal does by itself.
import * as blocks from '../blocks.js';
import { settle } from './common.js';
import type { Place, Visit, Walk } from './place.js';
import { isHtml, wordsOf, type Tracked } from './tracked.js';

/** Words between the questions. */
export function words(walk: Walk, of: Tracked, place: Place): void {
  const html = of.text('content') || of.text('html');
  of.skip('label', 'html');
  if (of.on('hidden')) { of.lose('hidden', 'hidden'); of.lose('content', 'hidden'); return; }
  const text = walk.say(wordsOf(html)).slice(0, blocks.MOST_TEXT);
  if (isHtml(html)) of.say(`content: ${blocks.short(text.replace(/\s+/g, ' '), 80)}`, 'formatting');
  if (text === '') return;
  of.say(`content: ${blocks.short(text.replace(/\s+/g, ' '), 80)}`, 'moved');
  if (place.step && place.gates.length === 0 && place.step.questions.length === 0 && text.length <= 500) place.step.hint = blocks.sentences(place.step.hint, text.replace(/\n/g, ' '))!;
  else walk.notices.push({ text, gates: place.gates });
}

export function button(_walk: Walk, of: Tracked): void {
  const action = of.text('action') || 'submit';
  if (action === 'submit' || action === 'reset' || action === 'saveState') {
    for (const name of ['label', 'state', 'description', 'tooltip']) of.lose(name, 'not-needed');
    return;
  }
  of.skip('label', 'state');
  of.say(`action: ${action}`, action === 'custom' ? 'script' : 'behaviour');
  of.lose('custom', 'script');
  for (const name of ['event', 'url', 'oauthProvider']) of.lose(name, 'behaviour');
}

export const needless: Visit = (_walk, of) => { of.skip('label'); of.say(`type: ${of.type}`, 'not-needed'); for (const name of ['eventType', 'siteKey', 'buttonKey', 'captchaType', 'provider', 'validate.required', 'tooltip', 'description', 'placeholder', 'defaultValue']) of.lose(name, 'not-needed'); };
export const signature: Visit = (walk, of, place) => { settle(of, {}, walk); of.say('signature', 'signature'); of.lose('footer', 'signature'); void place; };
export const source: Visit = (_walk, of) => { of.say(`type: ${of.type}`, 'choices-elsewhere', of.type); of.lose('fetch', 'choices-elsewhere', of.type); of.lose('trigger', 'behaviour'); of.skip('label', 'components'); };
