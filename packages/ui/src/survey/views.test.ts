import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { loadSurveyWords } from '@dvc/locale/survey-words.js';
import type { SurveyWords } from '@dvc/locale';
import { faultsOf } from '@dvc/testing/harness/audit.js';
import { html, render } from 'lit';
import { asked, QUESTIONS, wrong } from '../../../../stories/examples/survey/questions.js';
import { base } from '../base.styles.js';
import { tokens } from '../tokens.js';
import { answeringStyles } from './answering.styles.js';
import { loadQuestionViews, questionView } from './index.js';
import type { AnswerChange, QuestionModel } from './model.js';
import { focusQuestion, readAnswer } from './read.js';
import { surveyStyles } from './survey.styles.js';

type Name = keyof typeof QUESTIONS;
const names = Object.keys(QUESTIONS) as Name[];
const of = (name: Name): QuestionModel => QUESTIONS[name];
let words: SurveyWords;
let sheets: CSSStyleSheet[];

before(async () => {
  words = await loadSurveyWords('vi', { rest: true, sending: true });
  const rare = await loadQuestionViews(names.map((name) => of(name).widget), 'vi');
  sheets = [tokens, base, surveyStyles, answeringStyles, ...rare].map((sheet) => sheet.styleSheet!);
});

interface Shown { host: HTMLElement; root: ShadowRoot; heard: AnswerChange[]; draw(model: QuestionModel): Promise<void> }

/** A shadow root as a survey has it, and a state that follows what is heard. */
async function show(model: QuestionModel, width = 800): Promise<Shown> {
  const host = await fixture<HTMLElement>(html`<div></div>`);
  host.style.width = `${width}px`;
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = sheets;
  const heard: AnswerChange[] = [];
  const draw = async (now: QuestionModel) => {
    render(html`<div class="dvc" lang="vi">${questionView(now, words)}</div>`, root);
    await Promise.all([...root.querySelectorAll<HTMLElement & { updateComplete?: Promise<unknown> }>('dvc-ranking, dvc-combobox')].map(({ updateComplete }) => updateComplete));
  };
  for (const type of ['input', 'change', 'dvc-answer', 'dvc-choose']) {
    root.addEventListener(type, (event) => {
      const change = readAnswer(event);
      if (!change) return;
      heard.push(change);
      if (change.id === model.id) void draw({ ...model, ...(change.keys ? { chosen: change.keys } : {}), ...(change.text === undefined ? {} : { text: change.text }) });
    });
  }
  await draw(model);
  return { host, root, heard, draw };
}

const focused = ({ root }: Shown) => root.activeElement as HTMLInputElement | null;
/** How often Tab stops inside, from before it to after it. */
async function stops(shown: Shown): Promise<number> {
  const before = document.createElement('button');
  const after = document.createElement('button');
  shown.host.before(before);
  shown.host.after(after);
  before.focus();
  let count = 0;
  for (; count < 60; count++) {
    await sendKeys({ press: 'Tab' });
    if (document.activeElement === after) break;
  }
  before.remove();
  after.remove();
  return count;
}

describe('every question of a survey', () => {
  for (const name of names) {
    it(`${name}: nothing is wrong in its markup, and axe finds nothing; neither when it is wrong, nor when it is asked once more`, async function () {
      this.timeout(30_000);
      const shown = await show(of(name));
      for (const model of [of(name), wrong(of(name)), asked(of(name))]) {
        await shown.draw(model);
        expect(faultsOf(shown.root)).to.deep.equal([]);
        await expect(shown.host).to.be.accessible();
      }
    });

    it(`${name}: fits 320 px, with nothing under 44 px to press`, async () => {
      const shown = await show(of(name), 320);
      expect(shown.root.querySelector('.dvc')!.scrollWidth, 'wider than its column').to.be.at.most(320);
      for (const target of shown.root.querySelectorAll<HTMLElement>('.option, .cell, .picture, .move, .grip, select, textarea, input[type=text], input[type=range]')) {
        const { width, height, top } = target.getBoundingClientRect();
        if (width === 0 && top === 0) continue;
        expect(Math.min(width, height), `${name}: ${target.className || target.localName}`).to.be.at.least(43.9);
      }
    });
  }

  it('hears what is chosen and what is typed, by the keys of choices and the id of the innermost question', async () => {
    const one = await show(of('radio with khác'));
    one.root.querySelector<HTMLInputElement>('input[type=radio]')!.click();
    expect(one.heard.at(-1)).to.deep.equal({ id: 'q-other', keys: ['k1'] });
    await one.draw(of('radio with khác'));
    const box = one.root.querySelector<HTMLInputElement>('.other input')!;
    box.value = 'Thiếu chỗ ngồi';
    box.dispatchEvent(new Event('input', { bubbles: true }));
    expect(one.heard.at(-1)).to.deep.equal({ id: 'reason-other', text: 'Thiếu chỗ ngồi' });
  });

  it('lets "không có" stand alone, both ways', async () => {
    const shown = await show(of('checkboxes'));
    const box = (key: string) => shown.root.querySelector<HTMLInputElement>(`input[value=${key}]`)!;
    box('none').click();
    expect(shown.heard.at(-1)?.keys).to.deep.equal(['none']);
    expect(box('k2').checked).to.equal(false);
    box('k1').click();
    expect(shown.heard.at(-1)?.keys).to.deep.equal(['k1']);
    expect(box('none').checked).to.equal(false);
  });

  it('goes to what is wrong from its link: to the choice that is taken, else to the first', async () => {
    const shown = await show(of('scale'));
    expect(focusQuestion(shown.root, 'q-scale')).to.equal(true);
    expect(focused(shown)?.value).to.equal('hai-long');
    expect(focusQuestion(shown.root, 'nobody')).to.equal(false);
  });
});

describe('a survey by the keyboard', () => {
  for (const name of ['radio', 'yes-no', 'scale', 'scale of three', 'faces', 'stars', 'rating', 'nps', 'images', 'ranking', 'ranking, open'] as const) {
    it(`${name}: one Tab stop, arrows inside`, async () => {
      const shown = await show(of(name));
      // The order as it stands is taken by a button of its own.
      expect(await stops(shown)).to.equal(name === 'ranking, open' ? 2 : 1);
    });
  }

  it('chooses a level with arrows, and one among numbers', async () => {
    for (const [name, first, next] of [['scale', 'hai-long', 'binh-thuong'], ['nps', '9', '10'], ['stars', '4', '5']] as const) {
      const shown = await show(of(name));
      focusQuestion(shown.root, of(name).id);
      expect(focused(shown)?.value).to.equal(first);
      await sendKeys({ press: 'ArrowRight' });
      expect(shown.heard.at(-1)).to.deep.equal({ id: of(name).id, keys: [next] });
    }
  });

  it('goes through a matrix: left and right choose, up and down change the row and choose nothing', async () => {
    const shown = await show(of('matrix'));
    expect(await stops(shown), 'one stop for each row').to.equal(4);
    shown.root.querySelector<HTMLInputElement>('#m1 input:checked')!.focus();
    await sendKeys({ press: 'ArrowDown' });
    expect([focused(shown)?.name, focused(shown)?.value]).to.deep.equal(['m2', 'hai-long']);
    expect(shown.heard).to.deep.equal([]);
    await sendKeys({ press: 'ArrowRight' });
    expect(shown.heard.at(-1)).to.deep.equal({ id: 'm2', keys: ['binh-thuong'] });
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ press: 'ArrowUp' });
    expect(focused(shown)?.name, 'there is nothing above the first row').to.equal('m1');
  });

  it('goes through a matrix of many by arrows, and ticks with Space', async () => {
    const shown = await show(of('matrix of many'));
    expect(await stops(shown)).to.equal(2);
    shown.root.querySelector<HTMLInputElement>('#g1 input[tabindex="0"]')!.focus();
    expect(focused(shown)?.value).to.equal('k2');
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'ArrowDown' });
    expect([focused(shown)?.name, focused(shown)?.value]).to.deep.equal(['g2', 'k3']);
    await sendKeys({ press: 'Space' });
    expect(shown.heard.at(-1)).to.deep.equal({ id: 'g2', keys: ['k3'] });
  });

  it('puts things in order: Space takes, arrows move, Space puts, Escape returns, and each is said', async () => {
    const shown = await show(of('ranking'));
    const said = () => shown.root.querySelector('[role=status]')!.textContent;
    shown.root.querySelector<HTMLElement>('.grip')!.focus();
    await sendKeys({ press: 'Space' });
    await shown.draw(of('ranking'));
    expect(said()).to.equal('Đã nhấc Bớt giấy tờ phải nộp, đang ở thứ 1 trên 4.');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowDown' });
    expect(shown.heard, 'nothing is answered before it is put').to.deep.equal([]);
    await sendKeys({ press: 'Escape' });
    await shown.draw(of('ranking'));
    expect(said()).to.equal('Đã trả Bớt giấy tờ phải nộp về thứ 1 trên 4.');
    expect(shown.heard).to.deep.equal([]);
    await sendKeys({ press: 'Space' });
    await sendKeys({ press: 'End' });
    await sendKeys({ press: 'Space' });
    expect(shown.heard.at(-1)).to.deep.equal({ id: 'q-rank', keys: ['k1', 'k3', 'k4', 'k2'] });
    expect(focused(shown)?.textContent).to.contain('Bớt giấy tờ phải nộp(thứ 4 trên 4)');
  });

  it('puts things in order with buttons, which keep the focus, and takes an order that is right as it stands', async () => {
    const shown = await show(of('ranking, open'));
    const press = async (name: string) => {
      [...shown.root.querySelectorAll('button')].find((each) => (each.getAttribute('aria-label') ?? each.textContent) === name)!.click();
      await shown.root.querySelector<HTMLElement & { updateComplete: Promise<unknown> }>('dvc-ranking')!.updateComplete;
    };
    await press('Giữ thứ tự này');
    expect(shown.heard.at(-1)).to.deep.equal({ id: 'q-rank-open', keys: ['k1', 'k2', 'k3'] });
    await press('Xuống: Tại quầy');
    expect(shown.heard.at(-1)?.keys).to.deep.equal(['k2', 'k1', 'k3']);
    expect(focused(shown)?.getAttribute('aria-label')).to.equal('Xuống: Tại quầy');
  });

  it('drags a thing to its place', async () => {
    const shown = await show(of('ranking'));
    const list = shown.root.querySelector('ol')!;
    const grips = [...shown.root.querySelectorAll<HTMLElement>('.grip')];
    const middle = (at: number) => { const { top, height, left } = grips[at]!.getBoundingClientRect(); return { clientX: left + 30, clientY: top + height / 2 }; };
    // A captured pointer needs a real one: what the list is told is made by hand.
    Object.assign(list, { setPointerCapture: () => undefined, hasPointerCapture: () => true });
    const tell = (type: string, to: { clientX: number; clientY: number }, target: Element = list) => target.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, button: 0, pointerId: 1, ...to }));
    tell('pointerdown', middle(0), grips[0]);
    tell('pointermove', middle(2));
    tell('pointerup', middle(2));
    expect(shown.heard.at(-1)?.keys).to.deep.equal(['k1', 'k3', 'k2', 'k4']);
    const before = shown.heard.length;
    tell('pointerdown', middle(1), grips[1]);
    tell('pointerup', middle(1));
    expect(shown.heard, 'a press that moves nothing is no answer').to.have.length(before);
  });

  it('says of a slider that nothing is chosen, until something is; Enter takes what it stands on', async () => {
    const shown = await show(of('slider, open'));
    const range = () => shown.root.querySelector<HTMLInputElement>('input[type=range]')!;
    expect(range().getAttribute('aria-valuetext')).to.equal('Chưa chọn');
    range().focus();
    await sendKeys({ press: 'Enter' });
    expect(shown.heard.at(-1)).to.deep.equal({ id: 'q-slider-open', text: '30' });
    expect(range().getAttribute('aria-valuetext')).to.equal('30');
    await sendKeys({ press: 'ArrowRight' });
    expect(shown.heard.at(-1)?.text).to.equal('35');
    shown.root.querySelector('button')!.click();
    expect(shown.heard.at(-1)).to.deep.equal({ id: 'q-slider-open', text: '' });
    expect(range().getAttribute('aria-valuetext')).to.equal('Chưa chọn');
  });
});

describe('a matrix', () => {
  it('is a table where there is room and a pile of questions where there is none, with the same controls', async () => {
    const shown = await show(of('matrix'));
    const tops = () => new Set([...shown.root.querySelectorAll('#m1 .option')].map((each) => Math.round(each.getBoundingClientRect().top))).size;
    const boxes = [...shown.root.querySelectorAll('input')];
    expect(tops(), 'levels side by side').to.equal(1);
    shown.host.style.width = '320px';
    expect(tops(), 'levels below each other').to.equal(5);
    expect([...shown.root.querySelectorAll('input')]).to.deep.equal(boxes);
  });
});
