import type { PaymentView } from '@dvc/core';
import type { PaymentWords } from '@dvc/locale';
import { html, nothing, type TemplateResult } from 'lit';

/** Told apart, because "the bank took it" is not "the dossier has it": the citizen sees where it hangs, and whom to ask. */
export function knowsView({ knowledge: { bank, dossier, agency }, phase }: PaymentView, words: PaymentWords): TemplateResult | typeof nothing {
  if (['unquoted', 'free', 'quote', 'choosing', 'acting'].includes(phase)) return nothing;
  const banks = { nothing: words.bankNothing, waiting: words.bankWaiting, silent: words.bankSilent, received: words.bankReceived, refused: words.bankRefused, returned: words.bankReturned };
  const rows: [string, string, boolean][] = [
    [words.knowsBank, banks[bank], bank === 'received' || bank === 'returned'],
    [words.knowsDossier, dossier === 'recorded' ? words.dossierRecorded : words.dossierWaiting, dossier === 'recorded'],
    [words.knowsAgency, { waiting: words.agencyWaiting, recorded: words.agencyRecorded, receipted: words.agencyReceipted }[agency], agency !== 'waiting'],
  ];
  return html`<section class="knows" part="knowledge" aria-labelledby="dvc-knows"><h3 id="dvc-knows">${words.knowsTitle}</h3>
    <dl>${rows.map(([who, what, done]) => html`<div class=${done ? 'done' : bank === 'refused' || bank === 'nothing' ? '' : 'open'}><dt>${who}</dt><dd>${what}</dd></div>`)}</dl></section>`;
}
