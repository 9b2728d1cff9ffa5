import { describe, expect, test } from 'vitest';
import { isSoundStatusEvent, statusViewOf, type StatusEvent } from '../index.js';
import {
  accepted, answered, apology, asked, calendar, extended, facts, history, hours, MONDAY, paused, payAsked, posted, resumed, settled, status, view, withdrawAsked, withdrawRefused, type Told,
} from './status.test-helper.js';

/** code, task, turn and clock after a history */
const seen = (...told: Told[]) => { const { code, task, turn, due } = view(history(...told)); return [code, task.kind, turn, due.clock].join(' '); };

describe('where it stands', () => {
  test.each<[string, Told[], string]>([
    ['nothing yet', [], '1 nothing agency not-started'],
    ['told as new', [status('1')], '1 nothing agency not-started'],
    ['accepted', [accepted()], '2 nothing agency running'],
    ['accepted, by the code alone', [status('2')], '2 nothing agency running'],
    ['processing', [accepted(), status('4')], '4 nothing agency running'],
    ['accepted again while processing', [accepted(), status('4'), accepted()], '4 nothing agency running'],
    ['not accepted', [status('3')], '3 read-reason nobody stopped'],
    ['a supplement is asked for', [accepted(), asked()], '5 supplement citizen paused'],
    ['code and request, in either order', [accepted(), status('5'), asked()], '5 supplement citizen paused'],
    ['request and code', [accepted(), asked(), status('5')], '5 supplement citizen paused'],
    ['before acceptance no clock runs, so none stops', [asked()], '5 supplement citizen not-started'],
    ['answered, and no word since', [accepted(), asked(), answered()], '5 nothing agency running'],
    ['answered, and asked again by the code alone', [accepted(), asked(), answered(), status('5')], '5 supplement citizen paused'],
    ['another request answered', [accepted(), asked(), answered('other')], '5 supplement citizen paused'],
    ['one of two answered', [accepted(), asked(), asked('r2'), answered()], '5 supplement citizen paused'],
    ['taken up again without an answer told', [accepted(), asked(), status('4')], '4 nothing agency running'],
    ['a supplement by the code alone', [accepted(), status('5')], '5 supplement citizen paused'],
    ['money is asked for', [accepted(), payAsked()], '6 pay citizen running'],
    ['one of two paid', [accepted(), payAsked(), payAsked('p2'), settled()], '6 pay citizen running'],
    ['paid', [accepted(), payAsked(), settled()], '6 nothing agency running'],
    ['money by the code alone', [accepted(), status('6')], '6 pay citizen running'],
    ['… and settled', [accepted(), status('6'), settled('x')], '6 nothing agency running'],
    ['a paper comes before money', [accepted(), payAsked(), asked()], '5 supplement citizen paused'],
    ['money is still owed when it goes on', [accepted(), payAsked(), status('4')], '4 pay citizen running'],
    ['money comes before the result', [accepted(), payAsked(), status('9')], '9 pay citizen stopped'],
    ['no money for what was stopped', [accepted(), payAsked(), status('8')], '8 read-reason nobody stopped'],
    ['on hold', [accepted(), status('4'), paused], '4 nothing agency paused'],
    ['a hold outlives "processing", as OpenCPS tells it', [accepted(), paused, status('4', 'Tạm dừng')], '4 nothing agency paused'],
    ['taken up', [accepted(), paused, resumed], '2 nothing agency running'],
    ['withdrawal asked for', [accepted(), withdrawAsked], '7 nothing agency stopped'],
    ['withdrawal refused', [accepted(), status('4'), withdrawAsked, status('7'), withdrawRefused], '4 nothing agency running'],
    ['whoever asks for it back is asked for nothing', [accepted(), asked(), withdrawAsked], '7 nothing agency stopped'],
    ['… until that is refused', [accepted(), asked(), withdrawAsked, withdrawRefused], '5 supplement citizen paused'],
    ['withdrawn', [accepted(), withdrawAsked, status('8')], '8 read-reason nobody stopped'],
    ['ready', [accepted(), status('9')], '9 collect citizen stopped'],
    ['on its way', [accepted(), status('9'), posted()], '9 nothing nobody stopped'],
    ['come back', [accepted(), status('9'), posted(), posted('returned')], '9 collect citizen stopped'],
    ['returned', [accepted(), status('9'), status('10')], '10 rate nobody stopped'],
    ['corrected after it was ready', [accepted(), status('9'), status('4', 'Đính chính kết quả')], '4 nothing agency running'],
    ['sent anew', [status('3'), { type: 'resubmitted' }], '1 nothing agency not-started'],
    ['sent anew under another code', [status('3'), { type: 'resubmitted', dossier: 'H99.01-261117-0002' }], '3 nothing nobody stopped'],
    ['sent anew and accepted', [status('3'), { type: 'resubmitted' }, accepted()], '2 nothing agency running'],
    ['a word of the agency\'s own', [accepted(), status('x:tax', 'Chuyển thông tin thuế')], 'x:tax nothing agency running'],
    ['its own word changes nothing of the clock', [accepted(), asked(), status('x:y', 'Đã xem')], 'x:y supplement citizen paused'],
  ])('%s', (_, told, expected) => expect(seen(...told)).toBe(expected));

  test('an agency\'s own word is shown, and a sub-status beside its code', () => {
    expect(view(history(status('x:tax', 'Chuyển thông tin thuế')))).toMatchObject({ code: 'x:tax', key: undefined, text: 'Chuyển thông tin thuế' });
    expect(view(history(status('4', 'Đang xác minh')))).toMatchObject({ key: 'processing', text: 'Đang xác minh' });
    expect(view(history(status('4', 'Đang xác minh'), asked())).text).toBeUndefined();
  });
  test('the holder is who has it, also while it waits for the citizen and after the answer', () => {
    const holder = (...told: Told[]) => view(history(...told)).holder?.unit;
    expect(holder()).toBe(facts.agency);
    expect(holder(accepted(), asked('r1', 'Bộ phận Một cửa'))).toBe('Bộ phận Một cửa');
    expect(holder(accepted(), asked('r1', 'Bộ phận Một cửa'), answered())).toBe('Bộ phận Một cửa');
    expect(holder({ type: 'status', code: '4', holder: { unit: 'Phòng Tư pháp' } }, { type: 'resubmitted' })).toBe(facts.agency);
  });
  test('the request names what is to be done', () => {
    expect(view(history(accepted(), asked())).task).toEqual({ kind: 'supplement', request: 'r1', remarks: [{ text: 'Ảnh bị mờ.', paper: 'photo' }] });
    expect(view(history(accepted(), { type: 'status', code: '5', note: 'Thiếu bản sao.' })).task).toEqual({ kind: 'supplement', request: 'e2', remarks: [{ text: 'Thiếu bản sao.' }] });
    expect(view(history(accepted(), status('5'), answered('e2'))).task).toEqual({ kind: 'nothing' });
    expect(view(history(payAsked(), payAsked('p2', 5), payAsked('p1', 20_000))).task).toEqual({ kind: 'pay', payments: [{ payment: 'p2', amount: 5 }, { payment: 'p1', amount: 20_000 }] });
  });
  test('a code that was true before the answer, and is told after it, asks for nothing', () => {
    expect(view(history(['2026-11-16T09:00', accepted()], ['2026-11-16T10:00', asked()], ['2026-11-16T12:00', answered()], ['2026-11-16T10:00', status('5')]))).toMatchObject({ code: '5', task: { kind: 'nothing' }, due: { clock: 'running' } });
  });
  test('documents: the last of each, the apology among them; they stay to read when it is sent anew', () => {
    const slip = { id: 's', kind: 'slip', title: 'Giấy tiếp nhận' } as const;
    expect(view(history({ type: 'document', document: slip }, extended('2026-12-01'), { type: 'document', document: { ...slip, number: '7' } }, { type: 'resubmitted' })).documents).toEqual([{ ...slip, number: '7' }, apology]);
  });
  test('only the owner may withdraw, and only what is open', () => {
    const may = (owner: boolean, ...told: Told[]) => statusViewOf({ ...facts, owner }, history(...told), { now: MONDAY, calendar, hours }).mayWithdraw;
    expect([may(true), may(true, accepted()), may(true, status('x:y', 'z')), may(false, accepted())]).toEqual([true, true, true, false]);
    expect(['3', '7', '8', '9', '10'].map((code) => may(true, status(code)))).toEqual([false, false, false, false, false]);
    expect(may(true, { type: 'resubmitted', dossier: 'x' })).toBe(false);
  });
  test('a kind that is not known here keeps its place and means nothing', () => {
    const [first, , third] = history(accepted(), asked(), status('4')) as [StatusEvent, StatusEvent, StatusEvent];
    const strange = { id: 'e2', seq: 2, at: MONDAY, type: 'teleported' } as unknown as StatusEvent;
    expect(view([first, strange, third])).toMatchObject({ code: '4', revision: 3, gap: false });
  });
});

describe('isSoundStatusEvent', () => {
  const line = { id: 'e', seq: 1, at: MONDAY };
  test.each<Told>([
    status('4', 'x'), accepted(0), accepted(4.5, 'workingHour', '15:00'), asked(), answered(), paused, resumed, extended('2026-12-01'), payAsked(), settled(), withdrawAsked, withdrawRefused,
    { type: 'resubmitted' }, { type: 'document', document: { ...apology, link: '/api/v1/x' } }, posted(), { type: 'accepted' }, { type: 'supplement-asked', request: 'r', remarks: [{ text: 'a', path: '/a/b' }], until: '2026-12-01' },
  ])('takes $type', (told) => expect(isSoundStatusEvent({ ...told, ...line })).toBe(true));
  test.each<[string, unknown]>([
    ['nothing', null], ['a list', []], ['no kind', line], ['an inherited kind', { ...line, type: 'constructor' }], ['an unknown kind', { ...line, type: 'lost' }],
    ['number 0', { ...line, seq: 0, type: 'paused' }], ['a broken number', { ...line, seq: 1.5, type: 'paused' }], ['no instant', { ...line, at: '1', type: 'paused' }], ['no id', { ...line, id: ' ', type: 'paused' }],
    ['an empty code', { ...line, ...status('') }], ['a code that is a number', { ...line, type: 'status', code: 4 }], ['a negative limit', { ...line, ...accepted(-1) }], ['half a day', { ...line, ...accepted(0.5) }],
    ['no clock', { ...line, ...accepted(1, 'workingDay', '3pm') }], ['no remarks', { ...line, type: 'supplement-asked', request: 'r' }], ['an empty remark', { ...line, type: 'supplement-asked', request: 'r', remarks: [{ text: '' }] }],
    ['no pointer', { ...line, type: 'supplement-asked', request: 'r', remarks: [{ text: 'a', path: 'a' }] }], ['no day', { ...line, type: 'extended', due: '2026-02-30' }], ['half a đồng', { ...line, ...payAsked('p', 0.5) }],
    ['a page of its own', { ...line, type: 'document', document: { ...apology, link: 'data:text/html,x' } }], ['another host', { ...line, type: 'document', document: { ...apology, link: '//evil.example' } }],
    ['another host, the other way', { ...line, type: 'document', document: { ...apology, link: '/\\evil.example' } }], ['plain http', { ...line, ...posted(), link: 'http://x' }], ['a holder without a unit', { ...line, ...status('4'), holder: {} }],
  ])('refuses %s', (_, event) => expect(isSoundStatusEvent(event)).toBe(false));
});
